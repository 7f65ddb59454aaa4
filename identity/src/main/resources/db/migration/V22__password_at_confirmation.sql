-- The reader of the mail chooses the password; what was chosen at sign-up counts no more.
alter table sign_up alter column password_hash drop not null;
update sign_up set password_hash = null;
