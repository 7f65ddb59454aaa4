package io.countersign.identity.factor.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Pending;
import io.countersign.challenge.SealedCode;
import io.countersign.challenge.Terms;
import io.countersign.challenge.memory.InMemoryStore;
import io.countersign.challenge.store.Dispatch;
import io.countersign.challenge.store.Limit;
import io.countersign.challenge.store.Updated;
import io.countersign.engine.keys.GatewayKeys;
import io.countersign.engine.limit.SendLimits;
import io.countersign.events.Purpose;
import io.countersign.events.content.Destination;
import io.countersign.events.id.ChallengeId;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.FactorId;
import io.countersign.stack.keys.KeyFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("SECURITY-19")
class PhoneLimitsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final SendLimits DEFAULTS = new SendLimits(3, 5, 10, 10, 3000, 10000);

    private Instant now = START;
    private final InMemoryStore store = new InMemoryStore(moving(() -> now));
    private final SecureRandom random = new SecureRandom();
    private PhoneLimits rules;

    @BeforeEach
    void readKeys(@TempDir Path folder) throws IOException {
        new KeyFolder(folder.resolve("keys")).complete(random);
        rules = new PhoneLimits(DEFAULTS, GatewayKeys.read(folder.resolve("keys")));
    }

    @Test
    void toOneNumberThreeWithinTenMinutesWhoeverAsks() {
        Phone phone = phone("a");
        for (int i = 0; i < 3; i++) {
            assertThat(sent(AccountId.next(), phone, "192.0.2." + i)).isEmpty();
        }

        assertThat(sent(AccountId.next(), phone, "192.0.2.9"))
                .contains(new Refused("number-10-minutes", START.plus(Duration.ofMinutes(10))));
        now = START.plus(Duration.ofMinutes(10));
        assertThat(sent(AccountId.next(), phone, "192.0.2.9")).isEmpty();
    }

    @Test
    void toOneNumberFiveWithinAnHour() {
        Phone phone = phone("a");
        for (int i = 0; i < 5; i++) {
            now = START.plus(Duration.ofMinutes(10L * i));
            assertThat(sent(AccountId.next(), phone, "192.0.2." + i)).isEmpty();
        }

        assertThat(sent(AccountId.next(), phone, "192.0.2.9"))
                .contains(new Refused("number-hour", START.plus(Duration.ofHours(1))));
    }

    @Test
    void forOneAccountTenWithinADayOverAllItsPhones() {
        AccountId account = AccountId.next();
        for (int i = 0; i < 10; i++) {
            assertThat(sent(account, phone("phone" + i), "192.0.2." + i)).isEmpty();
        }

        assertThat(sent(account, phone("another"), "192.0.2.99"))
                .contains(new Refused("account-day", START.plus(Duration.ofDays(1))));
    }

    @Test
    void forOneAddressTenWithinAnHourOverAllAccounts() {
        for (int i = 0; i < 10; i++) {
            assertThat(sent(AccountId.next(), phone("phone" + i), "192.0.2.1")).isEmpty();
        }

        assertThat(sent(AccountId.next(), phone("another"), "192.0.2.1"))
                .contains(new Refused("address-hour", START.plus(Duration.ofHours(1))));
    }

    @Test
    void toOneCountryAndInAllOnlySoMuchWithinADay() {
        List<Limit> limits = rules.of(AccountId.next(), phone("a"), "192.0.2.1");

        assertThat(limits)
                .filteredOn(limit -> limit.name().equals("region-day"))
                .singleElement()
                .satisfies(
                        limit -> {
                            assertThat(limit.key()).isEqualTo("region:US");
                            assertThat(limit.most()).isEqualTo(DEFAULTS.perRegionDay());
                            assertThat(limit.window()).isEqualTo(Duration.ofDays(1));
                        });
        assertThat(limits)
                .filteredOn(limit -> limit.name().equals("all-day"))
                .singleElement()
                .satisfies(limit -> assertThat(limit.most()).isEqualTo(DEFAULTS.perDay()));
    }

    @Test
    @Tag("SECURITY-23")
    void noLimitNamesANumberOrAnAddressInClear() {
        assertThat(rules.of(AccountId.next(), phone("a"), "192.0.2.1"))
                .noneMatch(
                        limit ->
                                limit.key().contains("192.0.2.1")
                                        || limit.key().contains("+1201555"));
    }

    private record Refused(String limit, Instant possibleAt) {}

    private Optional<Refused> sent(AccountId account, Phone phone, String address) {
        Terms terms =
                new Terms(
                        ChallengeId.next(random),
                        Purpose.SIGN_IN,
                        account.toString(),
                        "binding",
                        now,
                        now.plus(Duration.ofMinutes(5)));
        Pending challenge = new Pending(terms, 5, SealedCode.none(), List.of());
        Dispatch dispatch = new Dispatch(List.of(), rules.of(account, phone, address));
        return store.open(challenge, dispatch)
                        instanceof Updated.Limited<Pending>(String limit, Instant retryAt)
                ? Optional.of(new Refused(limit, retryAt))
                : Optional.empty();
    }

    private static Phone phone(String tag) {
        return new Phone(
                FactorId.next(),
                "Phone",
                "+1••••••••00",
                "US",
                new Destination("+12015550000"),
                tag,
                PhoneUses.ALL,
                START,
                null);
    }

    private static Clock moving(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }
}
