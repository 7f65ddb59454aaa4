package io.countersign.identity.factor.telegram;

import io.countersign.events.content.Destination;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.FactorKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A linked Telegram account.
 *
 * @param name what its owner calls it here
 * @param shownName as Telegram showed it when it was linked
 * @param username without the @; null where there is none
 * @param chat the private chat with the bot
 * @param unreachableAt since when nothing arrives there; null while something does
 */
public record TelegramAccount(
        FactorId id,
        String name,
        String shownName,
        @Nullable String username,
        Destination chat,
        Instant linkedAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant unreachableAt) {

    public static final FactorKind KIND = new FactorKind("TELEGRAM");

    public boolean reachable() {
        return unreachableAt == null;
    }

    /** How Telegram names it: {@code Anna Muster (@anna)}. */
    public String inTelegram() {
        return username == null ? shownName : shownName + " (@" + username + ")";
    }

    public Factor factor() {
        return new Factor(KIND, id, name, inTelegram(), lastUsedAt);
    }
}
