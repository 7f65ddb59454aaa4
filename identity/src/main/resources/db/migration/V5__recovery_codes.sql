-- The hash is a MAC; the code itself is kept, sealed for its row, only where policy lets people see it again.
create table recovery_code (
    id         uuid primary key,
    account_id uuid        not null references account on delete cascade,
    hash       bytea       not null,
    sealed     bytea,
    used_at    timestamptz,
    created_at timestamptz not null default now(),
    check (used_at is null or sealed is null)
);
create index recovery_code_account on recovery_code (account_id);
