-- The secret is sealed for its row. One that is being added is a row without activated_at; it counts for nothing, and
-- is gone when its time is over.
create table authenticator (
    id            uuid primary key,
    account_id    uuid        not null references account on delete cascade,
    name          text        not null,
    secret        bytea       not null,
    algorithm     text        not null check (algorithm in ('SHA1', 'SHA256', 'SHA512')),
    -- the latest time step whose code was accepted; none of it or before is accepted again
    last_step     bigint      not null default 0,
    -- steps to come whose code somebody has shown to know before its time
    refused_steps bigint[]    not null default '{}',
    activated_at  timestamptz,
    last_used_at  timestamptz,
    created_at    timestamptz not null default now(),
    -- the attempt whose session began it; no other session can go on
    begun_by      uuid        not null,
    expires_at    timestamptz,
    check ((activated_at is null) = (expires_at is not null))
);
create index authenticator_account on authenticator (account_id);
create index authenticator_overdue on authenticator (expires_at) where activated_at is null;
