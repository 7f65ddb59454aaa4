package io.countersign.identity.caller;

import java.util.ArrayList;
import java.util.List;

/** A session without a request, which remembers what it was to become. */
public final class SessionInMemory implements CallerSession {

    public static final String ID = "the caller's own";

    private final List<SessionChange> changes = new ArrayList<>();
    private final List<DeviceToken> tokens = new ArrayList<>();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void become(SessionChange change) {
        changes.add(change);
    }

    @Override
    public void keep(DeviceToken token) {
        tokens.add(token);
    }

    public List<SessionChange> changes() {
        return List.copyOf(changes);
    }

    public List<DeviceToken> tokens() {
        return List.copyOf(tokens);
    }
}
