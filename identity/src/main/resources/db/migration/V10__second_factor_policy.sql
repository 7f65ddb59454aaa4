-- Who has to have a second factor, and from when on. The row without an account is everybody's.
create table second_factor_policy (
    account_id    uuid unique nulls not distinct references account on delete cascade,
    required_from timestamptz not null
);
