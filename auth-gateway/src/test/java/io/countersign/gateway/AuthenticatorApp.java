package io.countersign.gateway;

import io.countersign.identity.factor.totp.code.Totp;
import io.countersign.identity.factor.totp.code.TotpAlgorithm;
import io.countersign.identity.factor.totp.code.TotpSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.LongStream;

/** An authenticator app that was told a secret. */
public record AuthenticatorApp(String id, String secret) {

    /** Connects one to the account of who is signed in, with a code of the step before this one. */
    public static AuthenticatorApp connect(ApiClient client, String name, String password) {
        ApiClient.Answer begun =
                client.post("/api/v1/authenticators", Map.of("name", name, "password", password));
        if (begun.status() != 202) {
            throw new AssertionError(begun.body().toString());
        }
        AuthenticatorApp app = new AuthenticatorApp(begun.text("id"), begun.text("secret"));
        ApiClient.Answer active = activate(client, app);
        if (active.problem().equals("clock-off")) {
            // The step has just ended.
            active = activate(client, app);
        }
        if (active.status() != 200) {
            throw new AssertionError(active.body().toString());
        }
        return app;
    }

    private static ApiClient.Answer activate(ApiClient client, AuthenticatorApp app) {
        return client.post(app.path("/confirm"), Map.of("code", app.code(-1)));
    }

    public String path(String rest) {
        return "/api/v1/authenticators/" + id + rest;
    }

    /** Where it can be named and removed, now that it is a factor. */
    public String factor(String rest) {
        return "/api/v1/factors/" + id + rest;
    }

    /** What it shows so many steps from now. */
    public String code(long stepsAhead) {
        return codeOf(now() + stepsAhead);
    }

    public String codeOf(long step) {
        return totp().code(step);
    }

    /** The step that it is. */
    public static long now() {
        return Totp.step(Instant.now());
    }

    /** What it shows if its clock is ahead. */
    public String code(Duration ahead) {
        return code(ahead.dividedBy(Totp.STEP));
    }

    /** What it does not show at any time near now. */
    public String wrongCode() {
        Totp totp = totp();
        long now = now();
        for (int digits = 0; ; digits++) {
            String code = "%06d".formatted(digits);
            if (totp.fitting(code, LongStream.range(now - 200, now + 200)).findAny().isEmpty()) {
                return code;
            }
        }
    }

    private Totp totp() {
        return new Totp(TotpSecret.ofBase32(secret), TotpAlgorithm.SHA1);
    }
}
