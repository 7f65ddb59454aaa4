package io.countersign.gateway.session.store;

import io.countersign.identity.caller.SessionKeys;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Sessions whose old id, once changed, is dead for every request, even for one that had loaded the
 * session by it: the session continues under another key, so that request's writes find no row.
 */
final class RotatingSessions<S extends Session>
        implements FindByIndexNameSessionRepository<RotatingSession<S>> {

    private final FindByIndexNameSessionRepository<S> stored;
    private final SessionKeys keys;

    private RotatingSessions(FindByIndexNameSessionRepository<S> stored, SessionKeys keys) {
        this.stored = stored;
        this.keys = keys;
    }

    static RotatingSessions<?> over(FindByIndexNameSessionRepository<?> stored, SessionKeys keys) {
        return new RotatingSessions<>(stored, keys);
    }

    @Override
    public RotatingSession<S> createSession() {
        return around(stored.createSession());
    }

    @Override
    public void save(RotatingSession<S> session) {
        stored.save(session.current());
    }

    @Override
    public @Nullable RotatingSession<S> findById(String id) {
        S found = stored.findById(id);
        return found == null ? null : around(found);
    }

    @Override
    public void deleteById(String id) {
        stored.deleteById(id);
    }

    @Override
    public Map<String, RotatingSession<S>> findByIndexNameAndIndexValue(String name, String value) {
        Map<String, RotatingSession<S>> found = new HashMap<>();
        stored.findByIndexNameAndIndexValue(name, value)
                .forEach((id, session) -> found.put(id, around(session)));
        return found;
    }

    private RotatingSession<S> around(S session) {
        return new RotatingSession<>(session, this::rotated);
    }

    /** A session that has ended meanwhile passes nothing on. */
    private S rotated(S before) {
        Optional<String> next = keys.change(before.getId());
        S after = next.isPresent() ? stored.findById(next.get()) : null;
        return after == null ? stored.createSession() : after;
    }
}
