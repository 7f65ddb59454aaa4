package io.countersign.identity.credential;

import io.countersign.identity.account.Account;
import io.countersign.identity.account.Password;
import io.countersign.identity.admission.FairWorkers;
import io.countersign.identity.admission.RequestSettings;
import io.countersign.identity.admission.Shares;
import io.countersign.identity.admission.Shares.Part;
import java.util.List;
import java.util.Optional;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords with Argon2id, no more at a time than the machine has cores, so that
 * a storm of sign-ins does not starve everything else.
 */
@Component
public class PasswordHashes implements AutoCloseable {

    private static final String OF_NOBODY = "the password of an account that does not exist";
    private static final HashedFor PROGRAM = HashedFor.knownDevice("of nobody");

    private final Argon2PasswordEncoder argon2;
    private final RequestSettings requests;
    private final FairWorkers workers;
    private final Shares places;
    private final int placesOfStrangers;
    private final String ofNobody;

    PasswordHashes(PasswordSettings settings, RequestSettings requests) {
        argon2 =
                new Argon2PasswordEncoder(
                        16,
                        32,
                        settings.parallelism(),
                        settings.memoryKib(),
                        settings.iterations());
        this.requests = requests;
        int cores = Runtime.getRuntime().availableProcessors();
        int most = cores * requests.passwordsPerCore();
        workers = new FairWorkers("passwords", cores);
        places = new Shares(most);
        placesOfStrangers = Math.max(1, most * 3 / 4);
        ofNobody = argon2.encode(OF_NOBODY);
    }

    /**
     * Empty where this client already waits for hashing, or too many clients do: nothing may be
     * begun.
     */
    public Optional<HashingPlace> enter(HashedFor who) {
        return places.take(parts(who)).map(place -> new HashingPlace(this, who, place));
    }

    /** For the program itself. */
    public String hash(Password password) {
        return hash(password, PROGRAM);
    }

    String hash(Password password, HashedFor who) {
        return workers.run(who.client(), who.known(), () -> argon2.encode(password.value()));
    }

    boolean matches(Password password, Optional<Account> account, HashedFor who) {
        String hash = account.map(Account::passwordHash).orElse(ofNobody);
        boolean possible = !password.value().isEmpty() && !password.tooLong();
        // The encoder would answer at once for an empty one.
        String typed = possible ? password.value() : OF_NOBODY;
        boolean fits = workers.run(who.client(), who.known(), () -> argon2.matches(typed, hash));
        return fits && possible && account.isPresent();
    }

    @Override
    public void close() {
        workers.close();
    }

    private List<Part> parts(HashedFor who) {
        Part client = new Part(who.client(), requests.passwordsPerClient());
        return who.account()
                .map(account -> new Part(account, requests.passwordsPerAccount()))
                .map(account -> List.of(client, account, new Part("strangers", placesOfStrangers)))
                .orElseGet(() -> List.of(client));
    }
}
