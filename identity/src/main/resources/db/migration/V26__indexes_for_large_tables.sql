-- What deletes an account, and what forgets old rows, finds them by an index.
create index known_device_account on known_device (account_id);
create index known_device_seen on known_device (seen_at);
create index password_try_at on password_try (at);
create index failed_factor_attempt on failed_factor (attempt_id);
create index telegram_link_account on telegram_link (account_id);
drop index sign_in_step_up;
create index sign_in_within on sign_in (within) where within is not null;
create index sign_in_repeatable on sign_in (started_at) where request is not null;
