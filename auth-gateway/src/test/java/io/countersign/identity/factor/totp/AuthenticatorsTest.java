package io.countersign.identity.factor.totp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.AuthenticatorApp;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import io.countersign.test.AtOnce;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuthenticatorsTest extends GatewayTest {

    /** Every test begins with an account that has one authenticator. */
    @Nested
    class InTheApi {

        @Autowired private JdbcClient jdbc;

        private Person person;
        private ApiClient own;
        private AuthenticatorApp app;

        @BeforeEach
        void connect() {
            person = personWithoutPhone();
            own = client();
            own.signIn(person.email(), PASSWORD);
            app = AuthenticatorApp.connect(own, "Pixel", PASSWORD);
        }

        @Test
        void signsInWithoutAnythingBeingSent() {
            ApiClient client = client();

            Answer asked = client.signIn(person.email(), PASSWORD);

            assertThat(asked.text("standing")).isEqualTo("AWAITS_SECOND_FACTOR");
            assertThat(asked.body().path("sendProblem").isNull()).isTrue();
            assertThat(asked.body().at("/challenge/methods/0/method").asString()).isEqualTo("TOTP");
            assertThat(asked.body().at("/challenge/methods/0/steps")).hasSize(1);
            assertThat(asked.body().at("/challenge/status/guessesLeft").asInt()).isEqualTo(5);
            assertThat(client.answer(app.code(0)).text("standing")).isEqualTo("SIGNED_IN");
            assertThat(own.get("/api/v1/history").body().at("/entries/0/method").asString())
                    .isEqualTo("TOTP");
            assertThat(own.get("/api/v1/authenticators").body().at("/0/lastUsedAt").isNull())
                    .isFalse();
        }

        @Test
        @Tag("SECURITY-6")
        void theCodeThatActivatedDoesNotSignIn() {
            long activating =
                    jdbc.sql("select last_step from authenticator where account_id = :account")
                            .param("account", person.account().value())
                            .query(Long.class)
                            .single();

            assertThat(asked().answer(app.codeOf(activating)).problem())
                    .isIn("code-used-already", "clock-off");
        }

        @Test
        @Tag("SECURITY-1")
        @Tag("SECURITY-6")
        void ofAHundredSignInsWithOneCodeAtOnceOneGetsIn() {
            List<ApiClient> clients = AtOnce.times(10, _ -> asked());
            String code = app.code(1);

            List<Answer> answers = AtOnce.times(100, i -> clients.get(i % 10).copy().answer(code));

            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({"20", "-20"})
        @Tag("SECURITY-6")
        void saysByHowMuchAClockIsOffAndCountsTheGuess(long minutes) {
            ApiClient client = asked();

            Answer refused = client.answer(app.code(Duration.ofMinutes(minutes)));

            assertThat(refused.problem()).isEqualTo("clock-off");
            assertThat(Math.round(refused.body().path("secondsAhead").asInt() / 60.0))
                    .isEqualTo(minutes);
            assertThat(refused.body().path("guessesLeft").asInt()).isEqualTo(4);
            assertThat(charged()).isEqualTo(3e-6);
        }

        @Test
        @Tag("SECURITY-3")
        void guessesArePooledOverMethods() {
            ApiClient client = asked();
            client.answer(app.wrongCode());

            Answer second = client.answer("TOTP", app.wrongCode());

            assertThat(second.body().path("guessesLeft").asInt()).isEqualTo(3);
            assertThat(client.answer("SMS", "123456").problem()).isEqualTo("method-not-offered");
        }

        @Test
        @Tag("SECURITY-13")
        void onePendingCountsForNothing() {
            Answer pending = begin(own, "Tablet");
            AuthenticatorApp unproven =
                    new AuthenticatorApp(pending.text("id"), pending.text("secret"));

            assertThat(asked().answer(unproven.code(0)).problem()).isEqualTo("code-wrong");
            assertThat(asked().answer(app.code(0)).status()).isEqualTo(200);
            assertThat(own.get("/api/v1/authenticators").body()).hasSize(1);
        }

        @Test
        @Tag("SECURITY-13")
        void onePendingBelongsToTheSessionThatBeganIt() {
            ApiClient other = asked();
            other.answer(app.code(0));
            Answer pending = begin(other, "Tablet");
            AuthenticatorApp unproven =
                    new AuthenticatorApp(pending.text("id"), pending.text("secret"));

            Answer refused = own.post(unproven.path("/confirm"), Map.of("code", unproven.code(0)));

            assertThat(refused.problem()).isEqualTo("authenticator-not-found");
        }

        @Test
        @Tag("SECURITY-13")
        void takesThePasswordAndASecondFactorOfTheLastMinutes() {
            assertThat(
                            own.post(
                                            "/api/v1/authenticators",
                                            Map.of("name", "x", "password", "a wrong one"))
                                    .problem())
                    .isEqualTo("password-wrong");
            assertThat(own.post(app.factor("/remove"), Map.of("password", "a wrong one")).problem())
                    .isEqualTo("password-wrong");
        }

        @Test
        @Tag("SECURITY-14")
        void addingAndRemovingEndEveryOtherSession() {
            ApiClient other = asked();
            other.answer(app.code(0));

            AuthenticatorApp second = AuthenticatorApp.connect(own, "Tablet", PASSWORD);
            assertThat(other.standing()).isEqualTo("STRANGER");

            ApiClient another = asked();
            another.answer(app.code(1));
            assertThat(own.post(second.factor("/remove"), Map.of("password", PASSWORD)).status())
                    .isEqualTo(204);
            assertThat(another.standing()).isEqualTo("STRANGER");
            assertThat(own.standing()).isEqualTo("SIGNED_IN");
        }

        @Test
        void withoutTheLastOneThePasswordIsEnough() {
            own.post(app.factor("/remove"), Map.of("password", PASSWORD));

            assertThat(client().signIn(person.email(), PASSWORD).text("standing"))
                    .isEqualTo("SIGNED_IN");
        }

        @Test
        void saysAtActivationTooByHowMuchAClockIsOff() {
            Answer pending = begin(own, "Tablet");
            AuthenticatorApp wrong =
                    new AuthenticatorApp(pending.text("id"), pending.text("secret"));

            Answer refused =
                    own.post(
                            wrong.path("/confirm"),
                            Map.of("code", wrong.code(Duration.ofHours(1))));

            assertThat(refused.problem()).isEqualTo("clock-off");
            assertThat(refused.body().path("secondsAhead").asInt()).isBetween(3570, 3630);
        }

        @ParameterizedTest
        @Tag("SECURITY-8")
        @ValueSource(strings = {"", "12345"})
        void whatCannotBeACodeCostsNoGuess(String typed) {
            ApiClient client = asked();

            assertThat(client.answer(typed).problem()).isEqualTo("code-malformed");
            assertThat(client.get("/api/v1/challenge").body().at("/status/guessesLeft").asInt())
                    .isEqualTo(5);
        }

        @Test
        void somebodyElsesIsNotThere() {
            Person stranger = personWithoutPhone();
            ApiClient client = client();
            client.signIn(stranger.email(), PASSWORD);

            assertThat(client.patch(app.factor(""), Map.of("name", "Mine")).problem())
                    .isEqualTo("factor-not-found");
            assertThat(client.post(app.factor("/remove"), Map.of("password", PASSWORD)).problem())
                    .isEqualTo("factor-not-found");
        }

        @Test
        @Tag("SECURITY-24")
        void aSecretThatWasMovedToAnotherRowDoesNotOpen() {
            Person thief = personWithoutPhone();
            ApiClient client = client();
            client.signIn(thief.email(), PASSWORD);
            AuthenticatorApp known = AuthenticatorApp.connect(client, "Known", PASSWORD);
            jdbc.sql(
                            """
                            update authenticator set secret =
                                (select secret from authenticator where id = :known) where id = :id
                            """)
                    .param("known", java.util.UUID.fromString(known.id()))
                    .param("id", java.util.UUID.fromString(app.id()))
                    .update();

            ApiClient attack = client();
            attack.signIn(person.email(), PASSWORD);

            assertThat(attack.answer(known.code(0)).status()).isNotEqualTo(200);
            assertThat(attack.standing()).isNotEqualTo("SIGNED_IN");
        }

        private ApiClient asked() {
            ApiClient client = client();
            client.signIn(person.email(), PASSWORD);
            return client;
        }

        private Answer begin(ApiClient client, String name) {
            return client.post(
                    "/api/v1/authenticators", Map.of("name", name, "password", PASSWORD));
        }

        private double charged() {
            return jdbc.sql(
                            "select coalesce(sum(chance), 0) from guess where account_id = :account")
                    .param("account", person.account().value())
                    .query(Double.class)
                    .single();
        }
    }

    /** With others' programs: zbarimg reads the QR code, oathtool makes the codes. */
    @Nested
    class WithOthersPrograms {

        private static final int PIXELS = 6;
        private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

        @TempDir private Path folder;

        @BeforeAll
        static void areThere() {
            assumeTrue(
                    isThere("oathtool") && isThere("zbarimg"),
                    "oathtool or zbarimg is missing (Debian: apt-get install oathtool zbar-tools)");
        }

        @Test
        @Tag("SECURITY-6")
        void whatZbarimgReadsAndOathtoolMakesSignsInOnceAndInItsTimeOnly() throws Exception {
            Person person = personWithoutPhone();
            Visitor visitor = visitor();
            visitor.signIn(person.email(), PASSWORD);
            String proof =
                    Page.of(
                                    visitor.post(
                                            "/security/authenticators/new",
                                            "/security/authenticators/new",
                                            Map.of("name", "Aegis", "password", PASSWORD)))
                            .location();

            String secret = secret(scan(Page.of(visitor.get(proof))), person.email());
            long now = Instant.now().getEpochSecond();
            visitor.post(proof, proof, Map.of("code", code(secret, now)));

            assertThat(answer(person, code(secret, now - 90))).isEqualTo(422);
            assertThat(answer(person, code(secret, now + 120))).isEqualTo(422);
            assertThat(answer(person, code(secret, now + 30))).isEqualTo(200);
            assertThat(answer(person, code(secret, now + 30))).as("a replay").isEqualTo(422);
            assertThat(answer(person, code(secret, now))).as("the step before").isEqualTo(422);
        }

        private int answer(Person person, String code) {
            ApiClient client = client();
            client.signIn(person.email(), PASSWORD);
            return client.answer(code).status();
        }

        /** What a camera sees of the page. */
        private String scan(Page page) throws Exception {
            int size =
                    Integer.parseInt(page.attribute("#qr", "viewBox").replaceAll(".* ", ""))
                            * PIXELS;
            BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D pen = image.createGraphics();
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, size, size);
            pen.setColor(Color.BLACK);
            MODULE.matcher(page.attribute("#qr path", "d"))
                    .results()
                    .forEach(module -> pen.fillRect(at(module, 1), at(module, 2), PIXELS, PIXELS));
            File file = folder.resolve("qr.png").toFile();
            ImageIO.write(image, "png", file);
            return run("zbarimg", "--quiet", "--raw", file.getPath());
        }

        private static int at(MatchResult module, int axis) {
            return Integer.parseInt(module.group(axis)) * PIXELS;
        }

        private static String secret(String uri, String email) {
            assertThat(uri)
                    .startsWith("otpauth://totp/Countersign:" + email.replace("@", "%40") + "?")
                    .contains("issuer=Countersign", "algorithm=SHA1", "digits=6", "period=30");
            return uri.replaceAll(".*[?&]secret=([A-Z2-7]+).*", "$1");
        }

        private static String code(String secret, long at) throws Exception {
            return run("oathtool", "--totp", "--base32", "--now=@" + at, secret);
        }

        private static boolean isThere(String program) {
            try {
                run(program, "--version");
                return true;
            } catch (IOException _) {
                return false;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String run(String... command) throws IOException, InterruptedException {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            assertThat(process.waitFor()).as(command[0]).isZero();
            return said;
        }
    }
}
