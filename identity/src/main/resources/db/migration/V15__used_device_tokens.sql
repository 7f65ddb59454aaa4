-- What remembered devices have shown before: seen again, it is a copy. Forgotten with the device.
create table used_device_token (
    token_hash text primary key,
    device_id  uuid        not null references remembered_device on delete cascade,
    used_at    timestamptz not null default now()
);
create index used_device_token_device on used_device_token (device_id);
