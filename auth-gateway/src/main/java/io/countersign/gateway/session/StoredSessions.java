package io.countersign.gateway.session;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.revocation.AccountSessions;
import io.countersign.identity.revocation.LiveSession;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Repository;

/** The sessions in the database. */
@Repository
class StoredSessions implements AccountSessions {

    private final FindByIndexNameSessionRepository<?> stored;
    private final SessionSettings settings;
    private final Clock clock;

    StoredSessions(
            FindByIndexNameSessionRepository<?> stored, SessionSettings settings, Clock clock) {
        this.stored = stored;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<LiveSession> signedIn(AccountId account) {
        return stored.findByPrincipalName(account.toString()).values().stream()
                .filter(session -> !session.isExpired() && !tooOld(session))
                .flatMap(StoredSessions::signedIn)
                .toList();
    }

    @Override
    public void end(LiveSession session) {
        stored.deleteById(session.id());
    }

    /**
     * Ends the sessions that came from one attempt, whatever their id is by now and however far
     * they have come.
     */
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

    private static Stream<LiveSession> signedIn(Session session) {
        return visitor(session)
                .filter(ProvenFactors::signedIn)
                .map(Authentication::getPrincipal)
                .filter(AccountPrincipal.class::isInstance)
                .map(AccountPrincipal.class::cast)
                .map(
                        who ->
                                new LiveSession(
                                        session.getId(),
                                        who.attemptId(),
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
