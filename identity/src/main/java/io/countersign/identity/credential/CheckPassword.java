package io.countersign.identity.credential;

import io.countersign.identity.account.Account;
import io.countersign.identity.account.EmailAddress;
import io.countersign.identity.account.Password;
import io.countersign.identity.attempt.Attempts;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.attempt.SignInSettings;
import io.countersign.identity.credential.CountedPassword.Looked;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The first half of signing in. */
@Service
public class CheckPassword {

    private final CountedPassword counted;
    private final Attempts attempts;
    private final SignInSettings settings;

    CheckPassword(CountedPassword counted, Attempts attempts, SignInSettings settings) {
        this.counted = counted;
        this.attempts = attempts;
        this.settings = settings;
    }

    /** Gives the same answer, after the same work, whatever is wrong. */
    public PasswordOutcome check(EmailAddress email, Password password, Origin origin) {
        return check(email, password, origin, null);
    }

    /**
     * The same for a request that may be repeated.
     *
     * @param request names it; repeated with the right password, it is the same attempt
     */
    public PasswordOutcome check(
            EmailAddress email, Password password, Origin origin, @Nullable String request) {
        return switch (counted.look(email, password, origin)) {
            case Looked.Fits(Account account) ->
                    new PasswordOutcome.Right(
                            attempts.begin(account.id(), origin, settings.patience(), request));
            case Looked.DoesNotFit(Optional<Account> account) -> {
                account.ifPresent(known -> attempts.refuse(known.id(), origin));
                yield new PasswordOutcome.Wrong();
            }
            case Looked.TooMany(Instant retryAt) -> new PasswordOutcome.TooMany(retryAt);
            case Looked.Busy _ -> new PasswordOutcome.Busy();
        };
    }
}
