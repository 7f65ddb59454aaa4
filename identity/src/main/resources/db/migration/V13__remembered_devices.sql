-- Devices whose owner is not asked for the second factor on them, until expires_at or for as long as policy says now.
-- The token is stored hashed, and each use puts another in its place.
create table remembered_device (
    id            uuid primary key,
    account_id    uuid        not null references account on delete cascade,
    token_hash    text        not null unique,
    -- the sign-in whose second factor this one stands for
    remembered_by uuid        not null unique references sign_in on delete cascade,
    -- as it was used last
    address       text        not null,
    user_agent    text        not null,
    remembered_at timestamptz not null default now(),
    last_used_at  timestamptz not null default now(),
    expires_at    timestamptz not null
);
create index remembered_device_account on remembered_device (account_id);
create index remembered_device_over on remembered_device (expires_at);

-- The device that was shown in place of a second factor; it may be forgotten since.
alter table sign_in
    add column remembered_device uuid,
    add check (remembered_device is null
        or (outcome = 'SIGNED_IN' and purpose = 'SIGN_IN' and method is null and challenge_id is null));
