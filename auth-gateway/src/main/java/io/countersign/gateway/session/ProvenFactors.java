package io.countersign.gateway.session;

import io.countersign.identity.caller.Second;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** What a session has proven, as Spring Security's factor authorities, and what that allows. */
public final class ProvenFactors {

    public static final String PASSWORD = FactorGrantedAuthority.PASSWORD_AUTHORITY;

    /** A second factor was given. */
    public static final String SECOND = "FACTOR_SECOND";

    /** The device is remembered: a second factor was given on it, in an earlier session. */
    static final String SECOND_REMEMBERED = "FACTOR_SECOND_REMEMBERED";

    /** The account has no second factor and needs none. */
    public static final String SECOND_NOT_NEEDED = "FACTOR_SECOND_NOT_NEEDED";

    /** The account has no second factor, and must set one up before anything else. */
    public static final String SECOND_TO_SET_UP = "FACTOR_SECOND_TO_SET_UP";

    private ProvenFactors() {}

    /** Its authority. */
    static String of(Second second) {
        return switch (second) {
            case GIVEN -> SECOND;
            case REMEMBERED -> SECOND_REMEMBERED;
            case NOT_NEEDED -> SECOND_NOT_NEEDED;
            case TO_SET_UP -> SECOND_TO_SET_UP;
        };
    }

    public static List<GrantedAuthority> password() {
        return List.of(FactorGrantedAuthority.fromAuthority(PASSWORD));
    }

    public static List<GrantedAuthority> passwordAnd(String second) {
        return List.of(
                FactorGrantedAuthority.fromAuthority(PASSWORD),
                FactorGrantedAuthority.fromAuthority(second));
    }

    /** What the session has proven already, plus a second factor if that was missing. */
    static List<GrantedAuthority> withSecond(Authentication authentication) {
        return has(authentication, SECOND)
                ? List.copyOf(authentication.getAuthorities())
                : passwordAnd(SECOND);
    }

    /** When the second factor was given in this session. */
    static Optional<Instant> secondAt(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .filter(granted -> SECOND.equals(granted.getAuthority()))
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(granted -> ((FactorGrantedAuthority) granted).getIssuedAt())
                .findFirst();
    }

    /** Whether the session may do what a signed-in person may do. */
    public static boolean signedIn(Authentication authentication) {
        return has(authentication, PASSWORD)
                && (has(authentication, SECOND)
                        || has(authentication, SECOND_REMEMBERED)
                        || has(authentication, SECOND_NOT_NEEDED));
    }

    /** Whether the session waits for the second factor. */
    public static boolean awaitsSecond(Authentication authentication) {
        return has(authentication, PASSWORD)
                && !signedIn(authentication)
                && !setsSecondUp(authentication);
    }

    /** Whether the session may do nothing but set up a second factor. */
    public static boolean setsSecondUp(Authentication authentication) {
        return has(authentication, PASSWORD) && has(authentication, SECOND_TO_SET_UP);
    }

    public static <T> AuthorizationManager<T> whenSignedIn() {
        return (authentication, _) -> new AuthorizationDecision(signedIn(authentication.get()));
    }

    public static <T> AuthorizationManager<T> whenSettingSecondUpOrSignedIn() {
        return (authentication, _) ->
                new AuthorizationDecision(
                        signedIn(authentication.get()) || setsSecondUp(authentication.get()));
    }

    /** A signed-in person may have to give a second factor again. */
    public static <T> AuthorizationManager<T> whenAwaitingSecondOrSignedIn() {
        return (authentication, _) ->
                new AuthorizationDecision(
                        awaitsSecond(authentication.get()) || signedIn(authentication.get()));
    }

    private static boolean has(Authentication authentication, String authority) {
        return authentication.getAuthorities().stream()
                .anyMatch(granted -> authority.equals(granted.getAuthority()));
    }
}
