package io.countersign.identity.factor.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Method;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Password;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SessionInMemory;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.change.InMemoryChanges;
import io.countersign.identity.credential.ReenterOutcome;
import io.countersign.identity.event.SecurityEvent;
import io.countersign.identity.event.SecurityEvents;
import io.countersign.identity.factor.recovery.IssueRecoveryCodes.Outcome;
import io.countersign.identity.factor.recovery.RecoveryCodeSettings.Visibility;
import io.countersign.identity.method.FakeMethod;
import io.countersign.identity.method.MethodSettings;
import io.countersign.identity.method.OffersOf;
import io.countersign.test.MovableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every test begins with an account that has an authenticator and ten codes. */
class IssueRecoveryCodesTest {

    private static final Password RIGHT = new Password("the right one");
    private static final Password WRONG = new Password("a wrong one");

    private final Caller caller =
            new Caller(
                    new SignedIn(
                            AccountId.next(), new AttemptId(UUID.randomUUID()), Optional.empty()),
                    new Origin("192.0.2.7", "", Optional.empty()),
                    new SessionInMemory());
    private final AccountId account = caller.account();
    private final FakeMethod app = new FakeMethod(Method.TOTP, 1, MethodSettings::totp);
    private final InMemoryChanges changes = new InMemoryChanges();
    private final List<SecurityEvent> events = new ArrayList<>();

    private RecoveryCodes codes;
    private IssueRecoveryCodes issue;
    private List<RecoveryCode> given;

    @BeforeEach
    void begin() {
        app.give(account);
        use(Visibility.ONCE);
    }

    @Test
    @Tag("SECURITY-14")
    void newOnesReplaceAllAndEndEveryOtherSession() {
        List<RecoveryCode> fresh = ((Outcome.Codes) issue.replace(caller, RIGHT)).codes();

        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(given);
        assertThat(given).allMatch(code -> codes.find(account, code).isEmpty());
        assertThat(changes.ended()).containsExactly(account);
        assertThat(events)
                .contains(new SecurityEvent.RecoveryCodesReplaced(account, caller.origin()));
    }

    @Test
    @Tag("SECURITY-13")
    void takeThePassword() {
        assertThat(issue.replace(caller, WRONG))
                .isEqualTo(new Outcome.PasswordNotTaken(new ReenterOutcome.Wrong()));

        assertThat(given).allMatch(code -> codes.find(account, code).isPresent());
        assertThat(changes.ended()).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void areNotGivenWhereThereIsNoFactorThatTheyCouldStandInFor() {
        app.take(account);

        assertThat(issue.replace(caller, RIGHT)).isEqualTo(new Outcome.NotPossible());
    }

    @Test
    void cannotBeSeenAgain() {
        assertThat(issue.view(caller, RIGHT)).isEqualTo(new Outcome.NotPossible());
    }

    @Test
    @Tag("SECURITY-7")
    void whereTheyAreViewableTheUnusedOnesAreShownAgainAfterThePassword() {
        use(Visibility.VIEWABLE);
        codes.spend(account, codes.find(account, given.getFirst()).orElseThrow());

        assertThat(issue.view(caller, WRONG))
                .isEqualTo(new Outcome.PasswordNotTaken(new ReenterOutcome.Wrong()));
        assertThat(issue.view(caller, RIGHT)).isEqualTo(new Outcome.Codes(given.subList(1, 10)));
    }

    @Test
    void goWithTheLastFactor() {
        var listener = new NoneWithoutFactor(OffersOf.methods(app), codes);

        listener.on(new SecurityEvent.ProtectionChanged(account));
        assertThat(codes.stock(account).left()).isEqualTo(10);

        app.take(account);
        listener.on(new SecurityEvent.ProtectionChanged(account));
        assertThat(codes.stock(account).left()).isZero();
    }

    private void use(Visibility visibility) {
        RecoveryCodeSettings settings = new RecoveryCodeSettings(visibility);
        SecurityEvents announced = new SecurityEvents(event -> events.add((SecurityEvent) event));
        codes = new InMemoryRecoveryCodes(new MovableClock(), settings);
        issue =
                new IssueRecoveryCodes(
                        codes,
                        settings,
                        OffersOf.methods(app),
                        (_, password, _) ->
                                password.equals(RIGHT)
                                        ? new ReenterOutcome.Right()
                                        : new ReenterOutcome.Wrong(),
                        changes.announcedTo(announced),
                        announced);
        given = codes.replace(account);
    }
}
