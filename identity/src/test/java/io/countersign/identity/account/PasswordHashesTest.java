package io.countersign.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.admission.Requests;
import java.util.Optional;
import java.util.stream.LongStream;
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
        long wrong = typical(() -> matches(WRONG, somebody));
        long unknown = typical(() -> matches(WRONG, Optional.empty()));
        long empty = typical(() -> matches(new Password(""), somebody));
        long tooLong = typical(() -> matches(new Password("x".repeat(999)), somebody));

        assertThat((double) unknown / wrong).isBetween(0.33, 3.0);
        assertThat((double) empty / wrong).isBetween(0.33, 3.0);
        assertThat((double) tooLong / wrong).isBetween(0.33, 3.0);
    }

    private boolean matches(Password password, Optional<Account> account) {
        return hashes.matches(password, account, HashedFor.knownDevice("somebody's"));
    }

    /** The median of what it takes, in nanoseconds. */
    private static long typical(Runnable action) {
        return LongStream.range(0, 9)
                .map(
                        _ -> {
                            long start = System.nanoTime();
                            action.run();
                            return System.nanoTime() - start;
                        })
                .sorted()
                .skip(4)
                .findFirst()
                .orElseThrow();
    }
}
