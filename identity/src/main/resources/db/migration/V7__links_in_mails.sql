-- What links in mails show. The token is stored hashed and serves once.
create table mail_link (
    token_hash text primary key,
    purpose    text        not null,
    -- the id of a sign-up or of an account
    subject    uuid        not null,
    expires_at timestamptz not null
);
create index mail_link_subject on mail_link (subject, purpose);
create index mail_link_over on mail_link (expires_at);

-- Accounts that were asked for and whose address nobody has confirmed yet. They keep nobody from the
-- address: it is whose who confirms it first.
create table sign_up (
    id            uuid primary key,
    email         text        not null check (email = lower(email)),
    password_hash text        not null,
    locale        text        not null,
    expires_at    timestamptz not null
);
create index sign_up_email on sign_up (email);
create index sign_up_over on sign_up (expires_at);
