-- Requests that carried an Idempotency-Key, for 24 hours; key and body as MACs.
create table answered_request (
    scope    text        not null,
    key_tag  text        not null,
    body_tag text        not null,
    status   int,
    answer   text,
    at       timestamptz not null default now(),
    primary key (scope, key_tag),
    check ((status is null) = (answer is null))
);
create index answered_request_at on answered_request (at);

-- A sign-in that is asked for again under the same key, with the right password, is the same one.
alter table sign_in add column request text, add unique (account_id, request);
