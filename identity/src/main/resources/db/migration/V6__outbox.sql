-- What people are told by mail, until a worker says that it was sent. Address and facts are sealed.
create table outbox (
    id         text primary key,
    kind       text        not null,
    sealed     bytea       not null,
    locale     text        not null,
    created_at timestamptz not null default now(),
    -- nothing is requested or sent at or after it
    deadline   timestamptz not null,
    -- the latest delivery that was requested for it; 0 before the first
    round      int         not null default 0,
    -- since it was written, how often its time came; each makes the next rest longer
    tries      int         not null default 0,
    due_at     timestamptz not null default now()
);
create index outbox_due on outbox (due_at);
create index outbox_over on outbox (deadline);
