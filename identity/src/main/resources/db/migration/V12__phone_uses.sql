-- What its owner has a phone serve for.
alter table phone
    add column texts boolean not null default true,
    add column calls boolean not null default true,
    add check (texts or calls);
