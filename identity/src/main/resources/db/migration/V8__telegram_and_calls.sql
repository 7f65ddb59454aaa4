-- A Telegram account that is a factor. Its chat is sealed; user_tag is the MAC of its user's id.
create table telegram_account (
    id             uuid primary key,
    account_id     uuid        not null references account on delete cascade,
    name           text        not null,
    shown_name     text        not null,
    username       text,
    chat           bytea       not null,
    user_tag       text        not null,
    linked_at      timestamptz not null default now(),
    last_used_at   timestamptz,
    -- since when its owner cannot be reached there
    unreachable_at timestamptz,
    unique (account_id, user_tag)
);

-- A linking under way; what Telegram's worker says about it is kept under statement_id.
create table telegram_link (
    id           uuid primary key,
    account_id   uuid        not null references account on delete cascade,
    begun_by     uuid        not null,
    name         text        not null,
    statement_id text        not null unique,
    expires_at   timestamptz not null
);
create index telegram_link_overdue on telegram_link (expires_at);

-- Methods that stand still for an account; until is null where somebody has to start them again.
create table method_stop (
    account_id uuid        not null references account on delete cascade,
    method     text        not null,
    reason     text        not null,
    since      timestamptz not null default now(),
    until      timestamptz,
    primary key (account_id, method, reason)
);

-- Wrong codes of calls, each four digits only.
create table wrong_call (
    id         bigint generated always as identity primary key,
    account_id uuid        not null references account on delete cascade,
    at         timestamptz not null default now()
);
create index wrong_call_account on wrong_call (account_id, at);
