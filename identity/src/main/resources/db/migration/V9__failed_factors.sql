-- Second factors that failed after the right password: the first is told at once, and what follows
-- within an hour together when that is over.
create table failed_factor (
    account_id uuid primary key references account on delete cascade,
    told_at    timestamptz not null,
    -- failures since then
    untold     int         not null,
    -- the latest failure
    attempt_id uuid        not null references sign_in on delete cascade,
    method     text        not null,
    outcome    text        not null,
    at         timestamptz not null
);
create index failed_factor_told on failed_factor (told_at);
