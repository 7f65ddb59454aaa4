package io.countersign.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.Visitor.Begun;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.handler.AbstractHandlerMethodMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

class PathsAroundTest extends StandingsTest {

    private static final List<String> VERBS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** What everyone may do, apart from calls whose normal answer looks like a refusal. */
    private static final Set<String> OPEN =
            Set.of(
                    "GET /sign-in",
                    "GET /sign-up",
                    "POST /sign-up",
                    "GET /sign-up/{id}",
                    "POST /sign-up/{id}/again",
                    "GET /forgotten",
                    "POST /forgotten",
                    "GET /password-reset",
                    "POST /password-reset",
                    "GET /not-me",
                    "POST /not-me",
                    "POST /api/v1/forgotten-password",
                    "POST /api/v1/password-reset",
                    "POST /api/v1/not-me",
                    "GET /confirm-address",
                    "POST /confirm-address",
                    "GET /api/v1/csrf",
                    "GET /api/v1/session",
                    "GET /api/v1/openapi.json",
                    "POST /api/v1/sign-up",
                    "POST /api/v1/sign-up/{id}/mail",
                    "POST /api/v1/sign-up/confirm",
                    "POST /api/v1/sign-out",
                    "GET /actuator/health",
                    "GET /actuator/health/**");

    /** What else a person may do who has given the password. */
    private static final Set<String> AWAITING =
            Set.of(
                    "GET /",
                    "GET /challenge",
                    "GET /challenge/status",
                    "GET /challenge/events",
                    "POST /challenge/send",
                    "POST /challenge/answer",
                    "POST /challenge/finish",
                    "GET /api/v1/challenge",
                    "GET /api/v1/challenge/events",
                    "POST /api/v1/challenge/send",
                    "POST /api/v1/challenge/answer",
                    "POST /api/v1/challenge/finish");

    /** What else a person may do who has to set up a second factor. */
    private static final Set<String> SETTING_UP =
            Set.of(
                    "GET /set-up",
                    "GET /security/authenticators/new",
                    "POST /security/authenticators/new",
                    "GET /security/authenticators/{id}/proof",
                    "POST /security/authenticators/{id}/proof",
                    "POST /security/authenticators/{id}/cancel",
                    "GET /security/phones/new",
                    "POST /security/phones/new",
                    "GET /security/phones/{phone}/proof",
                    "GET /security/phones/{phone}/proof/status",
                    "GET /security/phones/{phone}/proof/events",
                    "POST /security/phones/{phone}/proof/send",
                    "POST /security/phones/{phone}/proof/answer",
                    "POST /security/phones/{id}/cancel",
                    "GET /security/telegram/new",
                    "POST /security/telegram/new",
                    "GET /security/telegram/links/{id}",
                    "GET /security/telegram/links/{id}/status",
                    "POST /security/telegram/links/{id}/confirm",
                    "POST /security/telegram/links/{id}/cancel",
                    "GET /api/v1/regions",
                    "POST /api/v1/authenticators",
                    "POST /api/v1/authenticators/{id}/confirm",
                    "POST /api/v1/authenticators/{id}/cancel",
                    "POST /api/v1/phones",
                    "POST /api/v1/phones/{id}/send",
                    "POST /api/v1/phones/{id}/confirm",
                    "POST /api/v1/phones/{id}/cancel",
                    "POST /api/v1/telegram/links",
                    "GET /api/v1/telegram/links/{id}",
                    "POST /api/v1/telegram/links/{id}/confirm",
                    "POST /api/v1/telegram/links/{id}/cancel");

    /** What who is signed in may do long after the second factor was given, but for adding. */
    private static final Set<String> LONG_AFTER =
            Set.of(
                    "GET /step-up",
                    "POST /step-up",
                    "GET /security",
                    "GET /security/history",
                    "GET /security/recovery-codes/new",
                    "POST /security/recovery-codes/kept",
                    "GET /security/sessions",
                    "POST /security/sessions/{id}/end",
                    "POST /security/sessions/end-others",
                    "POST /security/factors/{id}/name",
                    "POST /security/preferred-method",
                    "POST /security/remembered-devices/{id}/forget",
                    "POST /security/remembered-devices/forget-all",
                    "GET /api/v1/remembered-devices",
                    "POST /api/v1/remembered-devices/{id}/forget",
                    "POST /api/v1/remembered-devices/forget-all",
                    "GET /api/v1/authenticators",
                    "GET /api/v1/factors",
                    "PATCH /api/v1/factors/{id}",
                    "GET /api/v1/history",
                    "GET /api/v1/methods",
                    "PATCH /api/v1/methods",
                    "GET /api/v1/phones",
                    "GET /api/v1/recovery-codes",
                    "GET /api/v1/sessions",
                    "POST /api/v1/sessions/{id}/end",
                    "POST /api/v1/sessions/end-others",
                    "GET /api/v1/telegram",
                    "POST /api/v1/step-up");

    /** The first calls of adding a factor; the later calls rely on what was proven there. */
    private static final Set<String> BEGINNING =
            Set.of(
                    "GET /security/authenticators/new",
                    "POST /security/authenticators/new",
                    "GET /security/phones/new",
                    "POST /security/phones/new",
                    "GET /security/telegram/new",
                    "POST /security/telegram/new",
                    "POST /api/v1/authenticators",
                    "POST /api/v1/phones",
                    "POST /api/v1/telegram/links");

    @Autowired private JdbcClient jdbc;
    @Autowired private List<AbstractHandlerMethodMapping<RequestMappingInfo>> mappings;

    @Test
    @Tag("SECURITY-10")
    void withoutASessionNothingButTheListAnswers() {
        assertThat(reachable(this::visitor)).containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    @Tag("SECURITY-10")
    void withThePasswordAloneNothingButTheListAnswers() {
        Set<String> allowed = new TreeSet<>(OPEN);
        allowed.addAll(AWAITING);

        assertThat(reachable(this::awaiting)).containsExactlyInAnyOrderElementsOf(allowed);
    }

    @Test
    @Tag("SECURITY-11")
    void whoHasToSetASecondFactorUpReachesNothingElse() {
        Set<String> allowed = new TreeSet<>(OPEN);
        allowed.addAll(SETTING_UP);

        assertThat(reachable(this::settingUp)).containsExactlyInAnyOrderElementsOf(allowed);
    }

    @Test
    @Tag("SECURITY-13")
    void longAfterTheSecondFactorNothingElseOfTheAccountAnswers() {
        Set<String> allowed = new TreeSet<>(LONG_AFTER);
        Stream.of(OPEN, AWAITING, SETTING_UP).forEach(allowed::addAll);
        allowed.removeAll(BEGINNING);
        allowed.removeIf(call -> !ofAnAccount(call));

        assertThat(reachable(this::longSignedIn, PathsAroundTest::asksForSecondFactor))
                .filteredOn(PathsAroundTest::ofAnAccount)
                .containsExactlyInAnyOrderElementsOf(allowed);
    }

    @Test
    @Tag("SECURITY-10")
    void theSessionHasANewIdAfterEachStep() {
        Person person = person();
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        String afterPassword = session(client);
        ApiClient thief = client.copy();

        client.answer(inbox.code(person.phone(), 1));

        assertThat(session(client)).isNotEmpty().isNotEqualTo(afterPassword);
        assertThat(thief.standing()).isEqualTo("STRANGER");
    }

    @Test
    @Tag("SECURITY-10")
    void anIdThatWasPlantedBeforeSigningInIsNotKept() {
        Person person = personWithoutPhone();
        ApiClient client = client();
        client.signIn(personWithoutPhone().email(), PASSWORD);
        String planted = session(client);
        ApiClient planter = client.copy();

        client.signIn(person.email(), PASSWORD);

        assertThat(session(client)).isNotEqualTo(planted);
        assertThat(planter.standing()).isEqualTo("STRANGER");
    }

    @Test
    @Tag("SECURITY-15")
    void signingOutMakesTheCookieWorthless() {
        Person person = person();
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        client.answer(inbox.code(person.phone(), 1));
        ApiClient thief = client.copy();

        assertThat(client.post("/api/v1/sign-out", "").status()).isEqualTo(204);

        assertThat(thief.get("/api/v1/phones").status()).isEqualTo(401);
        assertThat(thief.standing()).isEqualTo("STRANGER");
    }

    @Test
    @Tag("SECURITY-15")
    void aSignInThatWasGivenUpCannotBeFinished() {
        Person person = person();
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        ApiClient thief = client.copy();
        client.post("/api/v1/sign-out", "");

        assertThat(thief.answer(inbox.code(person.phone(), 1)).status()).isIn(401, 403);
    }

    private Visitor settingUp() {
        Person person = personWithoutPhone();
        jdbc.sql("insert into second_factor_policy values (:account, now())")
                .param("account", person.account().value())
                .update();
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        assertThat(client.standing()).isEqualTo("SETS_SECOND_FACTOR_UP");
        return client.visitor();
    }

    private Set<String> reachable(Supplier<Visitor> somebody) {
        return reachable(somebody, PathsAroundTest::refused);
    }

    /** Tries every verb on every mapping, and returns what was not refused. */
    private Set<String> reachable(Supplier<Visitor> somebody, Predicate<Begun> refused) {
        Caller session = Caller.of(somebody.get());
        Set<String> reached = new TreeSet<>();
        for (String path : EveryPath.of(mappings)) {
            for (String verb : VERBS) {
                if (!refused.test(call(session, verb, path))) {
                    reached.add(verb + " " + path);
                }
            }
            if (path.contains("sign-out") || path.contains("end-others")) {
                session = Caller.of(somebody.get());
            }
        }
        assertThat(with("HEAD ", reached))
                .as("HEAD answers as GET")
                .isEqualTo(with("GET ", reached));
        reached.removeIf(call -> call.startsWith("HEAD "));
        return reached;
    }

    private static List<String> with(String verb, Set<String> calls) {
        return calls.stream()
                .filter(call -> call.startsWith(verb))
                .map(call -> call.substring(verb.length()))
                .toList();
    }

    private static Begun call(Caller caller, String verb, String path) {
        String real = EveryPath.fitting(path);
        HttpRequest.Builder request =
                caller.visitor()
                        .request(real)
                        .header("X-CSRF-TOKEN", caller.token())
                        .header("Content-Type", "application/json")
                        .method(
                                verb,
                                verb.startsWith("P")
                                        ? BodyPublishers.ofString("{}")
                                        : BodyPublishers.noBody());
        try {
            return caller.visitor().begin(request);
        } catch (Exception e) {
            throw new IllegalStateException(verb + " " + real, e);
        }
    }

    private static boolean refused(Begun begun) {
        return begun.status() == 401
                || begun.status() == 403
                || (begun.status() == 302
                        && (begun.location().matches(".*/sign-in(\\?then=.*)?")
                                || begun.location().endsWith("/set-up")));
    }

    /** An answer to HEAD has no body, and changes nothing. */
    private static boolean asksForSecondFactor(Begun begun) {
        return begun.status() == 401
                || (begun.status() == 403 && begun.refusal().isEmpty())
                || begun.location().contains("/step-up?then=/security")
                || begun.refusal().contains("second-factor-too-old");
    }

    /** Whether it is on the Security page or in the API, where changes are made. */
    private static boolean ofAnAccount(String call) {
        return call.contains(" /security") || call.contains(" /api/");
    }

    private static String session(ApiClient client) {
        return client.visitor().cookie("__Host-countersign");
    }

    /** Its cookies stay as they are, whatever an answer sets. */
    private record Caller(Visitor visitor, String token) {

        static Caller of(Visitor visitor) {
            String body = visitor.get("/api/v1/csrf").body();
            return new Caller(visitor, body.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1"));
        }
    }
}
