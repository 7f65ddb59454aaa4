-- A second factor that is asked for once more within a session is an attempt of its own; within names the
-- attempt that the session came from.
alter table sign_in
    add column purpose text not null default 'SIGN_IN' check (purpose in ('SIGN_IN', 'STEP_UP')),
    add column within  uuid references sign_in on delete cascade,
    add check ((purpose = 'STEP_UP') = (within is not null));
create index sign_in_step_up on sign_in (within) where outcome = 'PENDING';

-- The method that its owner wants to be offered first; null for the safest.
alter table account add column preferred_method text;
