-- A phone that is being added is a row without confirmed_at. It counts for nothing, and is gone
-- when its time is over.
delete from phone where confirmed_at is null;
alter table phone
    -- the attempt whose session began it; no other session can go on
    add column begun_by     uuid,
    -- the challenge whose approval confirms it
    add column challenge_id text unique,
    add column expires_at   timestamptz,
    add check ((confirmed_at is null) = (expires_at is not null));
create index phone_overdue on phone (expires_at) where confirmed_at is null;

-- Pages of the login history go on after (started_at, id).
drop index sign_in_history;
create index sign_in_history on sign_in (account_id, started_at desc, id desc);
