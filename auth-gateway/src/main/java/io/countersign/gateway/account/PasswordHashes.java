package io.countersign.gateway.account;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords with Argon2id, no more at a time than the machine has cores, so that
 * a storm of sign-ins does not starve everything else.
 */
@Component
public class PasswordHashes {

    private static final String OF_NOBODY = "the password of an account that does not exist";

    private final Argon2PasswordEncoder argon2;
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String ofNobody;

    PasswordHashes(PasswordSettings settings) {
        argon2 =
                new Argon2PasswordEncoder(
                        16,
                        32,
                        settings.parallelism(),
                        settings.memoryKib(),
                        settings.iterations());
        ofNobody = argon2.encode(OF_NOBODY);
    }

    public String hash(Password password) {
        return onACore(() -> argon2.encode(password.value()));
    }

    /** Takes as long where there is no account as where there is one. */
    public boolean matches(Password password, Optional<Account> account) {
        String hash = account.map(Account::passwordHash).orElse(ofNobody);
        boolean possible = !password.value().isEmpty() && !password.tooLong();
        // The encoder would answer at once for an empty one.
        String typed = possible ? password.value() : OF_NOBODY;
        boolean fits = onACore(() -> argon2.matches(typed, hash));
        return fits && possible && account.isPresent();
    }

    private <T> T onACore(java.util.function.Supplier<T> work) {
        cores.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            cores.release();
        }
    }
}
