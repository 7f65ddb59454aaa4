package io.countersign.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.account.EmailAddress;
import io.countersign.identity.admission.Requests;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SECURITY-34")
class PasswordPlacesTest {

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final EmailAddress ADA = new EmailAddress("ada@example.org");

    private final PasswordHashes hashes =
            new PasswordHashes(new PasswordSettings(7168, 1, 1), Requests.passwords(8, 3, 2));

    @AfterEach
    void end() {
        hashes.close();
    }

    @Test
    void oneClientHasAFewWhateverAccountsItTries() {
        for (int i = 0; i < 3; i++) {
            assertThat(hashes.enter(HashedFor.stranger("192.0.2.1", person(i)))).isPresent();
        }

        assertThat(hashes.enter(HashedFor.stranger("192.0.2.1", person(9)))).isEmpty();
        assertThat(hashes.enter(HashedFor.stranger("192.0.2.2", person(9)))).isPresent();
    }

    @Test
    void oneAccountHasAFewWhereverTheyComeFrom() {
        assertThat(hashes.enter(HashedFor.stranger("192.0.2.1", ADA))).isPresent();
        assertThat(hashes.enter(HashedFor.stranger("192.0.2.2", ADA))).isPresent();

        assertThat(hashes.enter(HashedFor.stranger("192.0.2.3", ADA))).isEmpty();
        assertThat(hashes.enter(HashedFor.knownDevice("Ada's"))).isPresent();
    }

    @Test
    void strangersLeaveRoomForKnownDevices() {
        long let =
                IntStream.range(0, CORES * 8)
                        .filter(i -> hashes.enter(stranger(i)).isPresent())
                        .count();

        assertThat(let).isEqualTo(CORES * 6L);
        assertThat(hashes.enter(stranger(999))).isEmpty();
        assertThat(hashes.enter(HashedFor.knownDevice("Ada's"))).isPresent();
    }

    @Test
    void aPlaceThatIsGivenBackCanBeTakenAgain() {
        HashedFor stranger = HashedFor.stranger("192.0.2.1", ADA);
        for (int i = 0; i < 10; i++) {
            try (HashingPlace place = hashes.enter(stranger).orElseThrow()) {
                assertThat(place).isNotNull();
            }
        }
    }

    private static HashedFor stranger(int number) {
        return HashedFor.stranger("192.0.2." + number, person(number));
    }

    private static EmailAddress person(int number) {
        return new EmailAddress("person" + number + "@example.org");
    }
}
