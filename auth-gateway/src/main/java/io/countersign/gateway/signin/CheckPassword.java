package io.countersign.gateway.signin;

import io.countersign.gateway.account.Account;
import io.countersign.gateway.account.EmailAddress;
import io.countersign.gateway.account.Password;
import io.countersign.gateway.signin.CountedPassword.Looked;
import java.time.Instant;
import java.util.Optional;
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

    /** Says the same, after the same work, whatever is wrong. */
    public PasswordOutcome check(EmailAddress email, Password password, Origin origin) {
        return switch (counted.look(email, password, origin)) {
            case Looked.Fits(Account account) ->
                    new PasswordOutcome.Right(
                            attempts.begin(account.id(), origin, settings.patience()));
            case Looked.DoesNotFit(Optional<Account> account) -> {
                account.ifPresent(known -> attempts.refuse(known.id(), origin));
                yield new PasswordOutcome.Wrong();
            }
            case Looked.TooMany(Instant retryAt) -> new PasswordOutcome.TooMany(retryAt);
        };
    }
}
