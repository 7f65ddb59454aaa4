create table account (
    id            uuid primary key,
    email         text        not null unique check (email = lower(email)),
    password_hash text        not null,
    locale        text,
    status        text        not null default 'ACTIVE' check (status in ('ACTIVE', 'LOCKED', 'DISABLED')),
    created_at    timestamptz not null default now()
);

-- The number is sealed; number_tag is its MAC, for limits and for recognising it.
create table phone (
    id           uuid primary key,
    account_id   uuid        not null references account on delete cascade,
    name         text        not null,
    masked       text        not null,
    region       text        not null,
    number       bytea       not null,
    number_tag   text        not null,
    confirmed_at timestamptz,
    last_used_at timestamptz,
    created_at   timestamptz not null default now(),
    unique (account_id, number_tag)
);

-- One row for each attempt to sign in: the login history, and the last word on whether a session is minted.
create table sign_in (
    id           uuid primary key,
    account_id   uuid        not null references account on delete cascade,
    started_at   timestamptz not null default now(),
    deadline     timestamptz not null,
    address      text        not null,
    user_agent   text        not null,
    outcome      text        not null,
    method       text,
    challenge_id text unique,
    finished_at  timestamptz,
    check ((outcome = 'PENDING') = (finished_at is null))
);
create index sign_in_history on sign_in (account_id, started_at desc);
create index sign_in_overdue on sign_in (deadline) where outcome = 'PENDING';

-- Tries of passwords within the last hour; the bucket is a MAC.
create table password_try (
    id     bigint generated always as identity primary key,
    bucket text        not null,
    at     timestamptz not null default now()
);
create index password_try_bucket on password_try (bucket, at);

-- Each wrong guess at a second factor and the chance it had; nothing resets it.
create table guess (
    id         bigint generated always as identity primary key,
    account_id uuid             not null references account on delete cascade,
    method     text             not null,
    chance     double precision not null,
    at         timestamptz      not null default now()
);
create index guess_account on guess (account_id, at);

-- Devices that have passed a second factor once; the token is stored hashed.
create table known_device (
    token_hash text primary key,
    account_id uuid        not null references account on delete cascade,
    created_at timestamptz not null default now(),
    seen_at    timestamptz not null default now()
);

-- Spring Session's tables, as its schema-postgresql.sql gives them.
create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);
create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
