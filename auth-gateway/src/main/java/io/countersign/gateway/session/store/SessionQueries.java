package io.countersign.gateway.session.store;

/**
 * How a request writes to the session that it has loaded: only while the session still has the key
 * that it was loaded by, and never after it has ended, even by idleness.
 */
final class SessionQueries {

    /** Goes by the time at which the request saw the session; an older request undoes nothing. */
    static final String UPDATE =
            """
            update spring_session s
            set last_access_time = greatest(s.last_access_time, seen.at), max_inactive_interval = seen.idle,
                expiry_time = greatest(s.expiry_time, seen.until), principal_name = seen.principal
            from (values (cast(? as char(36)), cast(? as bigint), cast(? as integer), cast(? as bigint),
                          cast(? as varchar), cast(? as char(36)))) seen (id, at, idle, until, principal, key)
            where s.primary_id = seen.key and s.session_id = seen.id and seen.at < s.expiry_time
            """;

    /** Two requests may add the same attribute at once; the later one wins. */
    static final String ADD_ATTRIBUTE =
            """
            insert into spring_session_attributes (session_primary_id, attribute_name, attribute_bytes)
            select s.primary_id, added.name, added.bytes
            from (values (cast(? as char(36)), cast(? as varchar), cast(? as bytea))) added (key, name, bytes)
            join spring_session s on s.primary_id = added.key
            for key share of s
            on conflict (session_primary_id, attribute_name) do update set attribute_bytes = excluded.attribute_bytes
            """;

    private SessionQueries() {}
}
