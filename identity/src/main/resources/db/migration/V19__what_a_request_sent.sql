-- What a request with an Idempotency-Key set out, from before it is handed to the broker:
-- the challenge and the numbers of the first and last of its sends. It is never sent anew.
alter table answered_request add column sent text;
