-- A session whose id changes gets another key with it, so that whatever a request knows it by is worth nothing any more.
alter table spring_session_attributes
    drop constraint spring_session_attributes_session_primary_id_fkey,
    add constraint spring_session_attributes_session_primary_id_fkey
        foreign key (session_primary_id) references spring_session (primary_id) on update cascade on delete cascade;
