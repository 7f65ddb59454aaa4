package io.countersign.identity.method;

import io.countersign.challenge.Method;
import io.countersign.identity.account.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Lets people say which method they want to be asked for first. */
@Service
public class Preference {

    private final Offers offers;
    private final PreferredMethods preferred;

    Preference(Offers offers, PreferredMethods preferred) {
        this.offers = offers;
        this.preferred = preferred;
    }

    /**
     * What they can choose from.
     *
     * @param preferred null for people who leave it to us, and where it cannot be used any more
     * @param choices the safest first
     */
    public record Choice(@Nullable Method preferred, List<Method> choices) {

        public Choice {
            choices = List.copyOf(choices);
        }
    }

    public Choice of(AccountId account) {
        List<Method> choices = offers.choices(account);
        return new Choice(preferred.of(account).filter(choices::contains).orElse(null), choices);
    }

    /** False where the account cannot use the method. */
    public boolean prefer(AccountId account, Method method) {
        boolean possible = offers.choices(account).contains(method);
        if (possible) {
            preferred.prefer(account, method);
        }
        return possible;
    }

    /** The safest comes first again. */
    public void leaveToUs(AccountId account) {
        preferred.prefer(account, null);
    }
}
