package io.countersign.identity.factor.totp;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.totp.code.TotpAlgorithm;
import io.countersign.identity.factor.totp.code.TotpSecret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps authenticators under one lock and by the clock that it is given. */
final class InMemoryAuthenticators implements ActiveAuthenticators {

    private static final Comparator<Authenticator> USED_LAST_FIRST =
            Comparator.comparing(
                    Authenticator::lastUsedAt, Comparator.nullsLast(Comparator.reverseOrder()));

    private final Clock clock;
    private final Map<FactorId, Kept> kept = new LinkedHashMap<>();

    InMemoryAuthenticators(Clock clock) {
        this.clock = clock;
    }

    private record Kept(Authenticator authenticator, long lastStep, Set<Long> refused) {}

    /** Adds one that was activated by the code of a step. */
    synchronized Authenticator activate(AccountId account, long step) {
        Instant now = clock.instant();
        var added =
                new Authenticator(
                        FactorId.next(),
                        account,
                        "Pixel",
                        TotpSecret.next(new SecureRandom()),
                        TotpAlgorithm.SHA1,
                        now,
                        null,
                        null);
        kept.put(added.id(), new Kept(added, step, new HashSet<>()));
        return added;
    }

    @Override
    public synchronized List<Authenticator> of(AccountId account) {
        return kept.values().stream()
                .map(Kept::authenticator)
                .filter(each -> each.account().equals(account))
                .sorted(USED_LAST_FIRST)
                .toList();
    }

    @Override
    public synchronized boolean takes(Authenticator authenticator, long step) {
        Kept found = kept.get(authenticator.id());
        return found != null && found.lastStep() < step && !found.refused().contains(step);
    }

    @Override
    public synchronized void accept(Authenticator authenticator, long step) {
        if (!takes(authenticator, step)) {
            throw new IllegalStateException("the code has been used meanwhile");
        }
        kept.computeIfPresent(
                authenticator.id(),
                (_, found) -> new Kept(used(found.authenticator()), step, found.refused()));
    }

    @Override
    public synchronized void refuse(Authenticator authenticator, long step, long now) {
        Kept found = kept.get(authenticator.id());
        if (found != null) {
            found.refused().add(step);
        }
    }

    private Authenticator used(Authenticator one) {
        return new Authenticator(
                one.id(),
                one.account(),
                one.name(),
                one.secret(),
                one.algorithm(),
                one.createdAt(),
                clock.instant(),
                one.expiresAt());
    }
}
