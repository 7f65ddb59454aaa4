-- Wrong guesses count per challenge, and apart for devices that have passed a second factor before.
alter table guess
    add column challenge_id text,
    add column bucket       uuid,
    -- made before a new password that was confirmed by what cannot be guessed
    add column forgiven     boolean not null default false;
create index guess_challenge on guess (challenge_id);

-- Stays the same when the device's token changes.
alter table known_device add column bucket uuid not null default gen_random_uuid();

-- That of the known device which the attempt came from.
alter table sign_in add column bucket uuid;

alter table account add column password_changed_at timestamptz;
