package io.countersign.gateway.session;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Repository;

/** The sessions in the database, as others may know them: without what would open them. */
@Repository
public class StoredSessions {

    private final FindByIndexNameSessionRepository<?> stored;
    private final SessionSettings settings;
    private final Clock clock;

    StoredSessions(
            FindByIndexNameSessionRepository<?> stored, SessionSettings settings, Clock clock) {
        this.stored = stored;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A session that is fully signed in. Does not print its id, which is as good as the cookie.
     *
     * @param attempt the attempt to sign in that it came from; names the session for good
     */
    public record Stored(String id, UUID attempt, Instant lastSeenAt) {

        @Override
        public String toString() {
            return "Stored[" + attempt + "]";
        }
    }

    /** Those of an account that have not run out. */
    public List<Stored> signedIn(UUID account) {
        return stored.findByPrincipalName(account.toString()).values().stream()
                .filter(session -> !session.isExpired() && !tooOld(session))
                .flatMap(StoredSessions::signedIn)
                .toList();
    }

    /** Ends one, from its next request on. */
    public void delete(Stored session) {
        stored.deleteById(session.id());
    }

    /** Ends what came from one attempt, whatever its id is by now and however far it has come. */
    void deleteFrom(AccountPrincipal who) {
        stored.findByPrincipalName(who.getName()).values().stream()
                .filter(
                        session ->
                                visitor(session)
                                        .map(Authentication::getPrincipal)
                                        .filter(who::equals)
                                        .isPresent())
                .map(Session::getId)
                .forEach(stored::deleteById);
    }

    private static Stream<Stored> signedIn(Session session) {
        return visitor(session)
                .filter(Factors::signedIn)
                .map(Authentication::getPrincipal)
                .filter(AccountPrincipal.class::isInstance)
                .map(AccountPrincipal.class::cast)
                .map(
                        who ->
                                new Stored(
                                        session.getId(),
                                        who.attempt(),
                                        session.getLastAccessedTime()))
                .stream();
    }

    private static Optional<Authentication> visitor(Session session) {
        SecurityContext context =
                session.getAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return Optional.ofNullable(context).map(SecurityContext::getAuthentication);
    }

    private boolean tooOld(Session session) {
        return !session.getCreationTime().plus(settings.absolute()).isAfter(clock.instant());
    }
}
