package io.countersign.identity.factor.recovery;

import io.countersign.identity.account.AccountId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps recovery codes under one lock, in clear and by the clock that it is given. */
final class InMemoryRecoveryCodes implements RecoveryCodes {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;
    private final boolean viewable;
    private final Map<UUID, Kept> kept = new LinkedHashMap<>();

    InMemoryRecoveryCodes(Clock clock, RecoveryCodeSettings settings) {
        this.clock = clock;
        this.viewable = settings.viewable();
    }

    private record Kept(
            AccountId account, RecoveryCode code, boolean viewable, @Nullable Instant usedAt) {

        boolean unused() {
            return usedAt == null;
        }
    }

    @Override
    public synchronized Stock stock(AccountId account) {
        return new Stock(
                (int) of(account).filter(Kept::unused).count(),
                of(account)
                        .filter(each -> !each.unused())
                        .map(Kept::usedAt)
                        .max(Comparator.naturalOrder()));
    }

    @Override
    public synchronized boolean any(AccountId account) {
        return of(account).findAny().isPresent();
    }

    @Override
    public synchronized List<RecoveryCode> replace(AccountId account) {
        remove(account);
        List<RecoveryCode> codes =
                Stream.generate(() -> RecoveryCode.next(RANDOM)).limit(MANY).toList();
        codes.forEach(code -> kept.put(UUID.randomUUID(), new Kept(account, code, viewable, null)));
        return codes;
    }

    @Override
    public synchronized void remove(AccountId account) {
        kept.values().removeIf(each -> each.account().equals(account));
    }

    @Override
    public synchronized Optional<UUID> find(AccountId account, RecoveryCode code) {
        return kept.entrySet().stream()
                .filter(
                        each ->
                                each.getValue().equals(new Kept(account, code, true, null))
                                        || each.getValue()
                                                .equals(new Kept(account, code, false, null)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public synchronized void spend(AccountId account, UUID code) {
        Kept found = kept.get(code);
        if (found == null || !found.account().equals(account) || !found.unused()) {
            throw new IllegalStateException("the recovery code has been used meanwhile");
        }
        kept.put(code, new Kept(account, found.code(), false, clock.instant()));
    }

    @Override
    public synchronized List<RecoveryCode> view(AccountId account) {
        return of(account).filter(Kept::viewable).map(Kept::code).toList();
    }

    @Override
    public synchronized int eraseSealed() {
        int erased = (int) kept.values().stream().filter(Kept::viewable).count();
        kept.replaceAll((_, each) -> new Kept(each.account(), each.code(), false, each.usedAt()));
        return erased;
    }

    private Stream<Kept> of(AccountId account) {
        return kept.values().stream().filter(each -> each.account().equals(account));
    }
}
