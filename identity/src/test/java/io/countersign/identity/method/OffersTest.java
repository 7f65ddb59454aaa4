package io.countersign.identity.method;

import static io.countersign.identity.method.MethodRole.FALLBACK;
import static io.countersign.identity.method.MethodRole.OFF;
import static io.countersign.identity.method.MethodRole.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Method;
import io.countersign.identity.account.AccountId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OffersTest {

    private final AccountId account = AccountId.next();
    private final PreferredMethods preferred = new InMemoryPreferredMethods();
    private final FakeMethod app = new FakeMethod(Method.TOTP, 1, MethodSettings::totp);
    private final FakeMethod sms = new FakeMethod(Method.SMS, 2, MethodSettings::sms);
    private final FakeMethod calls = new FakeMethod(Method.CALL, 3, MethodSettings::call);
    private final FakeMethod codes =
            new FakeMethod(Method.RECOVERY_CODE, 4, MethodSettings::recoveryCode);

    @Nested
    @Tag("SECURITY-10")
    class WhetherAPhoneWillDo {

        @Test
        void whereCodesBySmsOrCallsAreEnoughAloneAPhoneIs() {
            assertThat(phones(PRIMARY, FALLBACK).phoneWillDo(account)).isTrue();
            assertThat(phones(OFF, PRIMARY).phoneWillDo(account)).isTrue();
        }

        @Test
        void whereBothAreFallbacksAPhoneIsNotEnoughForWhoHasNothingElse() {
            assertThat(phones(FALLBACK, FALLBACK).phoneWillDo(account)).isFalse();
            assertThat(phones(OFF, FALLBACK).phoneWillDo(account)).isFalse();
        }

        @Test
        void besideAnAppItIs() {
            app.give(account);

            assertThat(phones(FALLBACK, FALLBACK).phoneWillDo(account)).isTrue();
        }
    }

    /** The account has an app and a phone, and calls are a fallback. */
    @Nested
    class WhatIsAskedForFirst {

        private final Offers offers = phones(PRIMARY, FALLBACK);
        private final Preference preference = new Preference(offers, preferred);

        WhatIsAskedForFirst() {
            app.give(account);
            sms.give(account);
            calls.give(account);
        }

        @Test
        void theSafestIsAskedForFirst() {
            assertThat(preference.of(account))
                    .isEqualTo(
                            new Preference.Choice(
                                    null, List.of(Method.TOTP, Method.SMS, Method.CALL)));
            assertThat(askedFirst()).isEqualTo(Method.TOTP);
        }

        @Test
        void whatIsPreferredIsAskedForFirst() {
            assertThat(preference.prefer(account, Method.SMS)).isTrue();

            assertThat(askedFirst()).isEqualTo(Method.SMS);
        }

        @Test
        void theChoiceCanBeLeftToUsAgain() {
            preference.prefer(account, Method.SMS);

            preference.leaveToUs(account);

            assertThat(preference.of(account).preferred()).isNull();
            assertThat(askedFirst()).isEqualTo(Method.TOTP);
        }

        @Test
        void aRecoveryCodeIsNeverAskedForFirst() {
            codes.give(account);

            assertThat(preference.prefer(account, Method.RECOVERY_CODE)).isFalse();
            assertThat(offers.of(account).getLast().method()).isEqualTo(Method.RECOVERY_CODE);
        }

        @Test
        void whatTheAccountDoesNotHaveCannotBePreferred() {
            assertThat(preference.prefer(account, Method.TELEGRAM)).isFalse();
        }

        @Test
        void whatIsGoneIsNotAskedFor() {
            preference.prefer(account, Method.TOTP);
            app.take(account);

            assertThat(preference.of(account).preferred()).isNull();
            assertThat(askedFirst()).isEqualTo(Method.SMS);
        }

        private Method askedFirst() {
            return offers.of(account).getFirst().method();
        }
    }

    private Offers phones(MethodRole texts, MethodRole calling) {
        MethodSettings settings =
                new MethodSettings(
                        PRIMARY,
                        PRIMARY,
                        texts,
                        calling,
                        PRIMARY,
                        Set.of(Method.TELEGRAM, Method.TOTP));
        return OffersOf.methods(settings, preferred, calls, codes, app, sms);
    }
}
