package io.countersign.gateway.session;

import io.countersign.gateway.session.cookie.DeviceCookie;
import io.countersign.gateway.session.cookie.RememberedCookie;
import io.countersign.identity.caller.CallerSession;
import io.countersign.identity.caller.DeviceToken;
import io.countersign.identity.caller.SessionChange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The session that a request comes in. */
final class RequestSession implements CallerSession {

    private final SessionChanges changes;
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    RequestSession(
            SessionChanges changes, HttpServletRequest request, HttpServletResponse response) {
        this.changes = changes;
        this.request = request;
        this.response = response;
    }

    @Override
    public String id() {
        return request.getSession().getId();
    }

    @Override
    public void become(SessionChange change) {
        changes.apply(change, request, response);
    }

    @Override
    public void keep(DeviceToken token) {
        switch (token) {
            case DeviceToken.Known(var known) -> DeviceCookie.set(known, response);
            case DeviceToken.Remembered(var pass) -> RememberedCookie.set(pass, response);
        }
    }
}
