package io.countersign.gateway.api;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives out the token that every state change must carry. */
@RestController
class CsrfResource {

    /**
     * A token; its other half is in a cookie, so it is valid for the client that asked, as long as
     * the client keeps the cookie.
     *
     * @param header the name of the request header that it goes into
     */
    record CsrfView(String header, String token) {}

    @OpenTo(Access.EVERYBODY)
    @GetMapping("/api/v1/csrf")
    CsrfView csrf(CsrfToken token) {
        return new CsrfView(token.getHeaderName(), token.getToken());
    }
}
