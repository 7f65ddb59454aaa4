-- When what the table says of an account's reachability became true: of anything older that is heard later, nothing is taken.
alter table telegram_account add column reach_since timestamptz not null default now();
update telegram_account set reach_since = coalesce(unreachable_at, linked_at);
-- A worker tells of a Telegram user, not of an account here.
create index telegram_account_user on telegram_account (user_tag);
