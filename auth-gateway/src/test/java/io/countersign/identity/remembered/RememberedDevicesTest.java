package io.countersign.identity.remembered;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.content.NoticeKind;
import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.AuthenticatorApp;
import io.countersign.gateway.DyingDatabase;
import io.countersign.gateway.FakeWorkers;
import io.countersign.gateway.MailInbox;
import io.countersign.gateway.Visitor;
import io.countersign.identity.attempt.Attempt;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.attempt.Attempts;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.attempt.RandomToken;
import io.countersign.identity.caller.Client;
import io.countersign.identity.caller.SessionInMemory;
import io.countersign.identity.entry.RememberedSignIn;
import io.countersign.test.AtOnce;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class RememberedDevicesTest extends RememberingTest {

    private static final String CHOSEN = "another one only for tests";

    @Autowired private RememberedDevices devices;
    @Autowired private RememberedSignIn rememberedSignIn;
    @Autowired private Attempts attempts;
    @Autowired private FakeWorkers workers;
    @Autowired private MailInbox mails;

    @Test
    void the_right_password_alone_signs_in_by_page_and_by_api() {
        Person person = person();
        ApiClient client = remembered(person);
        client.post("/api/v1/sign-out", "");

        Answer signedIn = client.signIn(person.email(), PASSWORD);

        assertThat(signedIn.text("standing")).isEqualTo("SIGNED_IN");
        assertThat(signedIn.body().path("challenge").isNull()).isTrue();
        assertThat(client.get("/api/v1/session").body().path("secondFactorAt").isNull()).isTrue();
        assertThat(letsIn(device(client), person)).isTrue();
        assertThat(inbox.of(person.phone())).as("codes that were sent").hasSize(1);
    }

    @Test
    @Tag("RELIABILITY-27")
    void a_database_that_dies_meanwhile_costs_it_nothing() {
        Person person = person();
        ApiClient client = remembered(person);
        client.post("/api/v1/sign-out", "");
        DyingDatabase database = new DyingDatabase(jdbc);
        database.die(person.account());

        assertThat(client.signIn(person.email(), PASSWORD).status()).isEqualTo(503);

        database.comeBack();
        assertThat(client.signIn(person.email(), PASSWORD).text("standing")).isEqualTo("SIGNED_IN");
    }

    @Test
    void the_challenge_says_for_how_long_it_is_possible() {
        Person person = person();
        ApiClient client = client();

        JsonNode challenge = client.signIn(person.email(), PASSWORD).body().path("challenge");

        assertThat(challenge.path("rememberDays").asInt()).isEqualTo(30);
    }

    @Test
    void nothing_is_remembered_that_nobody_asked_for() {
        Person person = person();
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);

        client.answer(inbox.code(person.phone(), 1));

        assertThat(client.visitor().cookie(COOKIE)).isEmpty();
        assertThat(devices(person)).isZero();
    }

    @Test
    @Tag("SECURITY-15")
    void a_wrong_code_or_a_wrong_password_gets_nothing() {
        Person person = person();
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        String code = inbox.code(person.phone(), 1);
        String wrong = code.equals("000000") ? "000001" : "000000";
        client.post("/api/v1/challenge/answer", Map.of("code", wrong, "remember", true));
        assertThat(client.visitor().cookie(COOKIE)).isEmpty();
        assertThat(devices(person)).isZero();

        answer(client, person, 1);

        Visitor device = device(client);
        assertThat(device.signIn(person.email(), "not the password").statusCode()).isEqualTo(401);
        assertThat(device.get("/security").statusCode()).isEqualTo(302);
        assertThat(letsIn(device, person)).as("it has cost the device nothing").isTrue();
    }

    @Test
    @Tag("SECURITY-15")
    void it_is_remembered_for_one_account_alone() {
        Person person = person();
        Person other = person();
        ApiClient client = remembered(person);

        assertThat(letsIn(device(client), other)).isFalse();
        assertThat(letsIn(device(client), person)).as("the token is as good as before").isTrue();
    }

    @Test
    @Tag("SECURITY-15")
    void what_only_looks_like_a_token_is_none() {
        Person person = person();
        remembered(person);
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String stored =
                jdbc.sql("select token_hash from remembered_device where account_id = :account")
                        .param("account", person.account().value())
                        .query(String.class)
                        .single();

        Stream.of(stored, Base64.getUrlEncoder().encodeToString(random), "x", "%00")
                .forEach(forged -> assertThat(letsIn(device(forged), person)).as(forged).isFalse());
    }

    @Test
    @Tag("SECURITY-15")
    void each_use_makes_the_token_before_worthless() {
        Person person = person();
        ApiClient client = remembered(person);
        Visitor thief = device(client);
        Visitor owner = device(client);
        String first = owner.cookie(COOKIE);

        assertThat(letsIn(owner, person)).isTrue();

        assertThat(owner.cookie(COOKIE)).isNotEmpty().isNotEqualTo(first);
        assertThat(letsIn(thief, person)).isFalse();
        assertThat(letsIn(device(owner.cookie(COOKIE)), person)).isTrue();
        assertThat(devices(person)).isOne();
    }

    @Test
    @Tag("SECURITY-1")
    @Tag("SECURITY-15")
    void of_many_that_show_one_token_at_once_one_is_let_in_and_the_others_are_asked() {
        Person person = person();
        ApiClient client = remembered(person);
        String token = client.visitor().cookie(COOKIE);

        List<Boolean> in = AtOnce.times(20, _ -> letsIn(device(token), person));

        assertThat(in).containsOnlyOnce(true);
        assertThat(signedInByDevice(person)).isOne();
    }

    @Test
    @Tag("SECURITY-37")
    void a_used_token_shown_again_ends_its_whole_family_and_is_told_by_mail() {
        Person person = person();
        ApiClient client = remembered(person);
        Visitor owner = device(client);
        Visitor thief = device(client);
        assertThat(letsIn(thief, person)).isTrue();
        assertThat(letsIn(device(thief.cookie(COOKIE)), person)).isTrue();
        someTimeAfterTheUse(person);

        assertThat(letsIn(owner, person)).isFalse();

        assertThat(devices(person)).isZero();
        assertThat(thief.get("/security").statusCode()).as("the session it got").isEqualTo(302);
        assertThat(letsIn(device(thief.cookie(COOKIE)), person)).isFalse();
        assertThat(client.standing()).as("the second factor was given").isEqualTo("SIGNED_IN");
        mails.mail(person.email(), NoticeKind.REMEMBERED_DEVICE_COPIED);
    }

    @Test
    @Tag("SECURITY-37")
    void a_moment_after_its_use_it_is_that_of_another_tab() {
        Person person = person();
        ApiClient client = remembered(person);
        Visitor one = device(client);
        Visitor other = device(client);

        assertThat(letsIn(one, person)).isTrue();
        assertThat(letsIn(other, person)).isFalse();

        assertThat(one.get("/security").statusCode()).isEqualTo(200);
        assertThat(letsIn(device(one.cookie(COOKIE)), person)).isTrue();
        assertThat(mails.of(person.email(), NoticeKind.REMEMBERED_DEVICE_COPIED)).isEmpty();
    }

    @Test
    @Tag("SECURITY-37")
    void whose_answer_was_lost_and_who_gives_the_second_factor_is_no_thief() {
        Person person = person();
        ApiClient client = remembered(person);
        String used = client.visitor().cookie(COOKIE);
        assertThat(letsIn(device(used), person)).isTrue();
        Visitor again = device(used);

        assertThat(letsIn(again, person)).isFalse();
        again.answer(inbox.code(person.phone(), 2));

        assertThat(again.get("/security").statusCode()).isEqualTo(200);
        assertThat(devices(person)).isZero();
        assertThat(letsIn(device(used), person)).isFalse();
        assertThat(mails.of(person.email(), NoticeKind.REMEMBERED_DEVICE_COPIED)).isEmpty();
    }

    @Test
    @Tag("SECURITY-37")
    void a_used_token_ends_nothing_without_the_right_password_or_for_another_account() {
        Person person = person();
        Visitor device = device(remembered(person));
        String used = device.cookie(COOKIE);
        assertThat(letsIn(device, person)).isTrue();
        someTimeAfterTheUse(person);

        device(used).signIn(person.email(), "not the password");
        letsIn(device(used), person());

        assertThat(letsIn(device(device.cookie(COOKIE)), person)).isTrue();
    }

    @Test
    void ending_a_session_forgets_the_device_that_was_remembered_with_it() {
        Person person = person();
        ApiClient client = remembered(person);
        ApiClient own = client();
        own.signIn(person.email(), PASSWORD);
        own.answer(inbox.code(person.phone(), 2));

        end(client, own);

        assertThat(client.standing()).isEqualTo("STRANGER");
        assertThat(letsIn(device(client), person)).isFalse();
    }

    @Test
    void ending_a_session_forgets_the_device_that_let_it_in() {
        Person person = person();
        ApiClient later = remembered(person);
        later.post("/api/v1/sign-out", "");
        later.signIn(person.email(), PASSWORD);
        ApiClient own = client();
        own.signIn(person.email(), PASSWORD);
        answer(own, person, 2);

        end(later, own);

        assertThat(letsIn(device(later), person)).isFalse();
        assertThat(letsIn(device(own), person)).as("another device").isTrue();
    }

    private static void end(ApiClient session, ApiClient by) {
        String id = session.get("/api/v1/sessions").body().at("/0/id").asString();
        assertThat(by.post("/api/v1/sessions/" + id + "/end", "").status()).isEqualTo(204);
    }

    private void someTimeAfterTheUse(Person person) {
        jdbc.sql(
                        """
                        update used_device_token set used_at = used_at - interval '1 minute'
                        where device_id in (select id from remembered_device where account_id = :account)
                        """)
                .param("account", person.account().value())
                .update();
    }

    @Test
    void a_request_that_comes_again_signs_in_once() {
        Person person = person();
        ApiClient client = remembered(person);
        ApiClient again = client.copy();
        Map<String, String> password = Map.of("email", person.email(), "password", PASSWORD);

        Answer first = client.postOnce("key", "/api/v1/sign-in", password);
        Answer second = again.postOnce("key", "/api/v1/sign-in", password);

        assertThat(first.text("standing")).isEqualTo("SIGNED_IN");
        assertThat(second.problem()).isEqualTo("sign-in-ended");
        assertThat(signedInByDevice(person)).isOne();
    }

    @Test
    void a_token_that_is_used_elsewhere_is_told_by_mail() {
        Person person = person();
        ApiClient client = remembered(person);
        jdbc.sql("update sign_in set address = '192.0.2.7' where account_id = :account")
                .param("account", person.account().value())
                .update();

        assertThat(letsIn(device(client), person)).isTrue();

        mails.mail(person.email(), NoticeKind.NEW_DEVICE);
    }

    @Test
    void it_is_over_after_as_many_days_as_were_promised() {
        Person person = person();
        ApiClient client = remembered(person);

        age(person, "30 days");

        assertThat(client.get("/api/v1/remembered-devices").body()).isEmpty();
        assertThat(letsIn(device(client), person)).isFalse();
        devices.forgetOld();
        assertThat(devices(person)).isZero();
    }

    @Test
    void using_it_makes_it_last_no_longer() {
        Person person = person();
        ApiClient client = remembered(person);
        age(person, "29 days");

        Answer signedIn = client.signIn(person.email(), PASSWORD);

        assertThat(cookie(signedIn)).containsPattern("Max-Age=(86400|8639\\d|863[0-8]\\d);");
        age(person, "1 day");
        assertThat(letsIn(device(client), person)).isFalse();
    }

    @Test
    @Tag("SECURITY-14")
    void a_policy_that_was_made_shorter_holds_for_what_is_remembered_already() {
        Person person = person();
        ApiClient client = remembered(person);
        age(person, "30 days");
        jdbc.sql(
                        """
                        update remembered_device set expires_at = now() + interval '60 days'
                        where account_id = :account
                        """)
                .param("account", person.account().value())
                .update();

        assertThat(client.get("/api/v1/remembered-devices").body()).isEmpty();
        assertThat(letsIn(device(client), person)).isFalse();
    }

    @Test
    @Tag("SECURITY-13")
    void a_factor_is_changed_only_after_a_second_factor_of_this_session() {
        Person person = person();
        ApiClient client = remembered(person);
        client.signIn(person.email(), PASSWORD);
        assertThat(client.standing()).isEqualTo("SIGNED_IN");

        assertThat(connect(client).problem()).isEqualTo("second-factor-too-old");

        Answer begun = client.post("/api/v1/step-up", "");
        assertThat(begun.body().path("challenge").path("rememberDays").isNull()).isTrue();
        assertThat(answer(client, person, 2).status()).isEqualTo(200);
        assertThat(devices(person)).as("a step-up remembers nothing").isOne();
        assertThat(connect(client).status()).isEqualTo(202);
        assertThat(client.get("/api/v1/session").text("secondFactorAt")).isNotEmpty();
    }

    @Test
    void a_recovery_code_has_no_device_remembered() {
        Person person = personWithoutPhone();
        ApiClient own = client();
        own.signIn(person.email(), PASSWORD);
        AuthenticatorApp.connect(own, "Pixel", PASSWORD);
        String code =
                own.post("/api/v1/recovery-codes", Map.of("password", PASSWORD))
                        .body()
                        .at("/codes/0")
                        .asString();
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);

        Answer answer =
                client.post(
                        "/api/v1/challenge/answer",
                        Map.of("method", "RECOVERY_CODE", "code", code, "remember", true));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(client.visitor().cookie(COOKIE)).isEmpty();
        assertThat(devices(person)).isZero();
    }

    @Test
    void who_confirms_in_telegram_can_have_the_device_remembered_too() {
        Person person = person();
        String chat = linkTelegram(person);
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        workers.presses(
                workers.to(chat, 1).getFirst(),
                client.get("/api/v1/challenge").body().path("number").asInt());
        client.awaitVerdict("APPROVED");

        client.post("/api/v1/challenge/finish", Map.of("remember", true));

        assertThat(letsIn(device(client), person)).isTrue();
    }

    @Test
    @Tag("SECURITY-12")
    void an_account_that_is_locked_meanwhile_is_not_signed_in() {
        Person person = person();
        ApiClient client = remembered(person);
        Attempt attempt = pending(person);

        status(person, "LOCKED");
        assertThat(complete(attempt, client)).isFalse();
        status(person, "ACTIVE");
        assertThat(complete(attempt, client)).as("nothing was used up").isTrue();
    }

    @Test
    @Tag("SECURITY-4")
    void after_too_many_wrong_codes_it_is_asked_as_every_device_is() {
        Person person = person();
        ApiClient client = remembered(person);
        jdbc.sql("insert into guess (account_id, method, chance) values (:account, 'SMS', 1e-4)")
                .param("account", person.account().value())
                .update();

        assertThat(letsIn(device(client), person)).isFalse();
    }

    @Test
    @Tag("SECURITY-15")
    void an_attempt_that_has_ended_or_is_another_accounts_is_not_signed_in() {
        Person person = person();
        ApiClient client = remembered(person);
        Attempt ended = pending(person);
        jdbc.sql("update sign_in set outcome = 'CANCELLED', finished_at = now() where id = :id")
                .param("id", ended.id().value())
                .update();

        assertThat(complete(ended, client)).isFalse();
        assertThat(complete(pending(person()), client)).isFalse();
        assertThat(complete(pending(person), client)).as("nothing was used up").isTrue();
    }

    @Test
    void an_account_without_a_factor_does_not_use_it() {
        Person person = person();
        ApiClient client = remembered(person);
        jdbc.sql("delete from phone where account_id = :account")
                .param("account", person.account().value())
                .update();
        String token = client.visitor().cookie(COOKIE);

        Visitor device = device(token);

        assertThat(letsIn(device, person)).isTrue();
        assertThat(device.cookie(COOKIE)).isEqualTo(token);
        assertThat(signedInByDevice(person)).isZero();
    }

    /** What a person does who is signed in with a fresh second factor. */
    enum Change {
        ADD_AUTHENTICATOR {
            @Override
            void make(RememberedDevicesTest test, ApiClient own, Person person) {
                AuthenticatorApp.connect(own, "Pixel", PASSWORD);
            }
        },
        REMOVE_AUTHENTICATOR {
            @Override
            void prepare(RememberedDevicesTest test, ApiClient own, Person person) {
                AuthenticatorApp.connect(own, "Pixel", PASSWORD);
            }

            @Override
            void make(RememberedDevicesTest test, ApiClient own, Person person) {
                String id = own.get("/api/v1/authenticators").body().at("/0/id").asString();
                own.post("/api/v1/factors/" + id + "/remove", BY_PASSWORD).assertDone();
            }
        },
        ADD_PHONE {
            @Override
            void make(RememberedDevicesTest test, ApiClient own, Person person) {
                String number = newNumber();
                Answer begun =
                        own.post("/api/v1/phones", Map.of("number", number, "password", PASSWORD));
                own.post(
                                "/api/v1/phones/" + begun.text("id") + "/confirm",
                                Map.of("code", test.inbox.code(number, 1)))
                        .assertDone();
            }
        },
        REMOVE_PHONE {
            @Override
            void make(RememberedDevicesTest test, ApiClient own, Person person) {
                String id = own.get("/api/v1/phones").body().at("/phones/0/id").asString();
                own.post("/api/v1/factors/" + id + "/remove", BY_PASSWORD).assertDone();
            }
        },
        DISCONNECT {
            @Override
            void make(RememberedDevicesTest test, ApiClient own, Person person) {
                own.post("/api/v1/disconnect", BY_PASSWORD).assertDone();
            }
        },
        USE_PHONE {
            @Override
            void make(RememberedDevicesTest test, ApiClient own, Person person) {
                String id = own.get("/api/v1/phones").body().at("/phones/0/id").asString();
                own.post(
                                "/api/v1/phones/" + id + "/uses",
                                Map.of("password", PASSWORD, "uses", List.of("SMS")))
                        .assertDone();
            }
        },
        SWITCH_TELEGRAM {
            @Override
            void prepare(RememberedDevicesTest test, ApiClient own, Person person) {
                test.linkTelegram(person);
            }

            @Override
            void make(RememberedDevicesTest test, ApiClient own, Person person) {
                own.post("/api/v1/telegram/off", BY_PASSWORD).assertDone();
            }
        },
        REMOVE_TELEGRAM {
            @Override
            void prepare(RememberedDevicesTest test, ApiClient own, Person person) {
                test.linkTelegram(person);
            }

            @Override
            void make(RememberedDevicesTest test, ApiClient own, Person person) {
                String id = own.get("/api/v1/telegram").body().at("/accounts/0/id").asString();
                own.post("/api/v1/factors/" + id + "/remove", BY_PASSWORD).assertDone();
            }
        },
        NEW_RECOVERY_CODES {
            @Override
            void make(RememberedDevicesTest test, ApiClient own, Person person) {
                own.post("/api/v1/recovery-codes", BY_PASSWORD).assertDone();
            }
        },
        CHANGE_PASSWORD {
            @Override
            void make(RememberedDevicesTest test, ApiClient own, Person person) {
                own.post("/api/v1/password", Map.of("password", PASSWORD, "newPassword", CHOSEN))
                        .assertDone();
            }
        },
        RESET_PASSWORD {
            @Override
            void make(RememberedDevicesTest test, ApiClient own, Person person) {
                own.post("/api/v1/forgotten-password", Map.of("email", person.email()));
                String token = test.mails.mail(person.email(), NoticeKind.PASSWORD_RESET).token();
                own.post("/api/v1/password-reset", Map.of("token", token, "password", CHOSEN))
                        .assertDone();
            }
        },
        NOT_ME {
            @Override
            void prepare(RememberedDevicesTest test, ApiClient own, Person person) {
                ApiClient stranger = test.client();
                stranger.signIn(person.email(), PASSWORD);
                String code = test.inbox.code(person.phone(), 2);
                stranger.answer(code.equals("000000") ? "000001" : "000000");
            }

            @Override
            void make(RememberedDevicesTest test, ApiClient own, Person person) {
                String token =
                        test.mails.mail(person.email(), NoticeKind.SECOND_FACTOR_FAILED).token();
                own.post("/api/v1/not-me", Map.of("token", token)).assertDone();
            }
        },
        END_OTHER_SESSIONS {
            @Override
            void make(RememberedDevicesTest test, ApiClient own, Person person) {
                own.post("/api/v1/sessions/end-others", "").assertDone();
            }
        };

        private static final Map<String, String> BY_PASSWORD = Map.of("password", PASSWORD);

        void prepare(RememberedDevicesTest test, ApiClient own, Person person) {}

        abstract void make(RememberedDevicesTest test, ApiClient own, Person person);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("SECURITY-14")
    void every_change_of_a_factor_or_the_password_forgets_all_devices(Change change) {
        Person person = person();
        ApiClient own = client();
        own.signIn(person.email(), PASSWORD);
        answer(own, person, 1);
        change.prepare(this, own, person);
        AttemptId attempt = AttemptId.of(own.get("/api/v1/sessions").body().at("/0/id").asString());
        String token = rememberAnew(attempt);
        assertThat(devices(person)).isOne();

        change.make(this, own, person);

        assertThat(devices(person)).isZero();
        device(token).signIn(person.email(), PASSWORD);
        device(token).signIn(person.email(), CHOSEN);
        assertThat(signedInByDevice(person)).isZero();
    }

    @Test
    @Tag("SECURITY-27")
    void the_cookie_is_for_this_host_alone_and_out_of_reach_of_scripts() {
        Person person = person();
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);

        Answer answer = answer(client, person, 1);

        assertThat(cookie(answer))
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Strict", "Max-Age=2592000")
                .doesNotContain("Domain=");
        byte[] token = Base64.getUrlDecoder().decode(client.visitor().cookie(COOKIE));
        assertThat(token).hasSize(16);
        assertThat(rows(person)).doesNotContain(client.visitor().cookie(COOKIE));
    }

    @Test
    void its_owner_sees_it_and_has_it_forgotten() {
        Person person = person();
        ApiClient first = remembered(person);
        ApiClient second = client();
        second.signIn(person.email(), PASSWORD);
        answer(second, person, 2);

        JsonNode seen = first.get("/api/v1/remembered-devices").body();

        assertThat(seen).hasSize(2);
        assertThat(seen.at("/0/current").asBoolean()).isTrue();
        assertThat(seen.at("/1/current").asBoolean()).isFalse();
        assertThat(seen.at("/0/address").asString()).isEqualTo("127.0.0.1");
        String own = "/api/v1/remembered-devices/" + seen.at("/0/id").asString() + "/forget";
        assertThat(second.post(own, "").status()).isEqualTo(204);
        assertThat(second.post(own, "").problem()).isEqualTo("remembered-device-not-found");
        assertThat(first.standing()).as("the session goes on").isEqualTo("SIGNED_IN");
        assertThat(letsIn(device(first), person)).isFalse();
        assertThat(letsIn(device(second), person)).isTrue();
    }

    @Test
    void all_can_be_forgotten_at_once_without_a_fresh_second_factor() {
        Person person = person();
        ApiClient client = remembered(person);
        client.signIn(person.email(), PASSWORD);

        assertThat(client.post("/api/v1/remembered-devices/forget-all", "").status())
                .isEqualTo(204);

        assertThat(client.get("/api/v1/remembered-devices").body()).isEmpty();
        assertThat(letsIn(device(client), person)).isFalse();
    }

    @Test
    @Tag("SECURITY-10")
    void nobody_sees_or_forgets_the_device_of_another_account() {
        Person person = person();
        ApiClient victim = remembered(person);
        String id = victim.get("/api/v1/remembered-devices").body().at("/0/id").asString();
        ApiClient other = remembered(person());

        assertThat(other.get("/api/v1/remembered-devices").body()).hasSize(1);
        assertThat(other.post("/api/v1/remembered-devices/" + id + "/forget", "").problem())
                .isEqualTo("remembered-device-not-found");
        other.post("/api/v1/remembered-devices/forget-all", "");
        assertThat(letsIn(device(victim), person)).isTrue();
    }

    @Test
    void a_device_that_is_remembered_anew_is_the_same_one() {
        Person person = person();
        Person other = person();
        ApiClient client = remembered(person);

        client.signIn(other.email(), PASSWORD);
        answer(client, other, 1);

        assertThat(devices(other)).isOne();
        assertThat(devices(person)).as("its cookie is gone").isZero();
    }

    @Test
    void the_history_says_that_none_was_asked_for() {
        Person person = person();
        ApiClient client = remembered(person);
        client.signIn(person.email(), PASSWORD);

        JsonNode entries = client.get("/api/v1/history").body().path("entries");
        String device = client.get("/api/v1/remembered-devices").body().at("/0/id").asString();

        assertThat(entries.at("/0/outcome").asString()).isEqualTo("SIGNED_IN");
        assertThat(entries.at("/0/method").isNull()).isTrue();
        assertThat(entries.at("/0/rememberedDevice").asString()).isEqualTo(device);
        assertThat(entries.at("/1/method").asString()).isEqualTo("SMS");
        assertThat(entries.at("/1/rememberedDevice").isNull()).isTrue();
        assertThat(client.get("/api/v1/history?method=SMS").body().path("entries")).hasSize(1);
        assertThat(client.get("/api/v1/sessions").body().at("/0/current").asBoolean()).isTrue();
    }

    private static Answer connect(ApiClient client) {
        return client.post("/api/v1/authenticators", Map.of("name", "Pixel", "password", PASSWORD));
    }

    private static String cookie(Answer answer) {
        return answer.http().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .findFirst()
                .orElseThrow();
    }

    /** Has the account's devices been remembered that much earlier. */
    private void age(Person person, String by) {
        jdbc.sql(
                        """
                        update remembered_device set remembered_at = remembered_at - cast(:by as interval),
                          expires_at = expires_at - cast(:by as interval)
                        where account_id = :account
                        """)
                .param("by", by)
                .param("account", person.account().value())
                .update();
    }

    /** Another token for the device that a sign-in had remembered, forgotten meanwhile or not. */
    private String rememberAnew(AttemptId attempt) {
        RandomToken token = RandomToken.next(new SecureRandom());
        jdbc.sql(
                        """
                        insert into remembered_device
                          (id, account_id, token_hash, remembered_by, address, user_agent, expires_at)
                        select id, account_id, :hash, id, address, user_agent, now() + interval '30 days'
                        from sign_in where id = :attempt
                        on conflict (remembered_by) do update set token_hash = excluded.token_hash
                        """)
                .param("hash", token.hash())
                .param("attempt", attempt.value())
                .update();
        return token.value();
    }

    private String rows(Person person) {
        return jdbc.sql("select r::text from remembered_device r where account_id = :account")
                .param("account", person.account().value())
                .query(String.class)
                .list()
                .toString();
    }

    private int signedInByDevice(Person person) {
        return jdbc.sql(
                        """
                        select count(*) from sign_in
                        where account_id = :account and remembered_device is not null
                        """)
                .param("account", person.account().value())
                .query(Integer.class)
                .single();
    }

    /** An attempt whose password was right, before anything was asked for. */
    private Attempt pending(Person person) {
        AttemptId id = new AttemptId(UUID.randomUUID());
        jdbc.sql(
                        """
                        insert into sign_in (id, account_id, deadline, address, user_agent, outcome)
                        values (:id, :account, now() + interval '10 minutes', '192.0.2.7', '', 'PENDING')
                        """)
                .param("id", id.value())
                .param("account", person.account().value())
                .update();
        return attempts.find(id).orElseThrow();
    }

    private boolean complete(Attempt attempt, ApiClient client) {
        return rememberedSignIn.complete(
                attempt,
                new Client(
                        new Origin("192.0.2.7", "", Optional.empty()),
                        Optional.of(new RandomToken(client.visitor().cookie(COOKIE))),
                        new SessionInMemory()));
    }

    private void status(Person person, String status) {
        jdbc.sql("update account set status = :status where id = :id")
                .param("status", status)
                .param("id", person.account().value())
                .update();
    }
}
