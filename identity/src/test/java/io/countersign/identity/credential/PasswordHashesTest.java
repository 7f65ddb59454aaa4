package io.countersign.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.account.Account;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.AccountStatus;
import io.countersign.identity.account.EmailAddress;
import io.countersign.identity.account.Password;
import io.countersign.identity.admission.Requests;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SECURITY-25")
class PasswordHashesTest {

    private static final Password RIGHT = new Password("a password only for tests");
    private static final Password WRONG = new Password("another one only for tests");

    private final PasswordHashes hashes =
            new PasswordHashes(new PasswordSettings(19456, 2, 1), Requests.settings());
    private final Optional<Account> somebody =
            Optional.of(
                    new Account(
                            AccountId.next(),
                            new EmailAddress("ada@example.org"),
                            hashes.hash(RIGHT),
                            AccountStatus.ACTIVE));

    @Test
    void theRightOneMatchesAndAnotherDoesNot() {
        assertThat(matches(RIGHT, somebody)).isTrue();
        assertThat(matches(WRONG, somebody)).isFalse();
        assertThat(matches(RIGHT, Optional.empty())).isFalse();
        assertThat(matches(new Password(""), somebody)).isFalse();
        assertThat(matches(new Password("x".repeat(129)), somebody)).isFalse();
    }

    @Test
    void hashesAreArgon2idUnderASaltOfTheirOwn() {
        assertThat(hashes.hash(RIGHT))
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                .isNotEqualTo(hashes.hash(RIGHT));
    }

    /** The bound is wide because the machine may be busy; no hashing would be a thousandth. */
    @Test
    void itTakesAsLongWithoutAnAccountAndForAPasswordThatCannotBeOne() {
        List<Long> times =
                shortest(
                        () -> matches(WRONG, somebody),
                        () -> matches(WRONG, Optional.empty()),
                        () -> matches(new Password(""), somebody),
                        () -> matches(new Password("x".repeat(999)), somebody));

        double wrong = times.getFirst();
        assertThat(times).allSatisfy(time -> assertThat(time / wrong).isBetween(0.33, 3.0));
    }

    private boolean matches(Password password, Optional<Account> account) {
        return hashes.matches(password, account, HashedFor.knownDevice("somebody's"));
    }

    /** In nanoseconds, by turns: a machine that is busy for a while is so for all of them. */
    private static List<Long> shortest(Runnable... actions) {
        List<Long> shortest = new ArrayList<>(Collections.nCopies(actions.length, Long.MAX_VALUE));
        for (int turn = 0; turn < 9; turn++) {
            for (int i = 0; i < actions.length; i++) {
                long start = System.nanoTime();
                actions[i].run();
                shortest.set(i, Math.min(shortest.get(i), System.nanoTime() - start));
            }
        }
        return shortest;
    }
}
