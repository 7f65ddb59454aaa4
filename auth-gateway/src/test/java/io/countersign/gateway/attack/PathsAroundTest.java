package io.countersign.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.handler.AbstractHandlerMethodMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

class PathsAroundTest extends GatewayTest {

    private static final List<String> VERBS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** What everybody may do, apart from what answers like a refusal of its own accord. */
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

    /** What who has given the password may do besides. */
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

    /** What who has to set a second factor up may do besides. */
    private static final Set<String> SETTING_UP =
            Set.of(
                    "GET /set-up",
                    "GET /security/authenticators/new",
                    "POST /security/authenticators",
                    "GET /security/authenticators/{id}/proof",
                    "POST /security/authenticators/{id}/proof",
                    "POST /security/authenticators/{id}/cancel",
                    "GET /security/phones/new",
                    "POST /security/phones",
                    "GET /security/phones/{phone}/proof",
                    "GET /security/phones/{phone}/proof/status",
                    "GET /security/phones/{phone}/proof/events",
                    "POST /security/phones/{phone}/proof/send",
                    "POST /security/phones/{phone}/proof/answer",
                    "POST /security/phones/{id}/cancel",
                    "GET /security/telegram/new",
                    "POST /security/telegram/links",
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

    private Visitor awaiting() {
        ApiClient client = client();
        client.signIn(person().email(), PASSWORD);
        assertThat(client.standing()).isEqualTo("AWAITS_SECOND_FACTOR");
        return client.visitor();
    }

    private Visitor settingUp() {
        Person person = personWithoutPhone();
        jdbc.sql("insert into second_factor_policy values (:account, now())")
                .param("account", person.account())
                .update();
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        assertThat(client.standing()).isEqualTo("SETS_SECOND_FACTOR_UP");
        return client.visitor();
    }

    /** Tries every verb on every mapping, and returns what was not refused. */
    private Set<String> reachable(Supplier<Visitor> somebody) {
        Visitor session = somebody.get();
        Set<String> reached = new TreeSet<>();
        for (String path : paths()) {
            for (String verb : VERBS) {
                if (!refused(call(session.copy(), verb, path))) {
                    reached.add(verb + " " + path);
                }
            }
            if (path.contains("sign-out")) {
                session = somebody.get();
            }
        }
        return reached;
    }

    private Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> patterns(info))
                .filter(path -> !path.equals("/error"))
                .forEach(paths::add);
        assertThat(paths).hasSizeGreaterThan(15);
        return paths;
    }

    private static Stream<String> patterns(RequestMappingInfo info) {
        return info.getPathPatternsCondition() == null
                ? Stream.of()
                : info.getPathPatternsCondition().getPatternValues().stream();
    }

    private static HttpResponse<?> call(Visitor visitor, String verb, String path) {
        String token = new ApiClientToken(visitor).value();
        String real =
                path.replace("{id}", "00000000-0000-0000-0000-000000000000")
                        .replaceAll("\\{[^}]+}", "x")
                        .replace("/**", "/readiness");
        HttpRequest.Builder request =
                visitor.request(real)
                        .header("X-CSRF-TOKEN", token)
                        .header("Content-Type", "application/json")
                        .method(
                                verb,
                                verb.startsWith("P")
                                        ? BodyPublishers.ofString("{}")
                                        : BodyPublishers.noBody());
        return visitor.begin(request);
    }

    private static boolean refused(HttpResponse<?> response) {
        String leadsTo = response.headers().firstValue("Location").orElse("");
        return response.statusCode() == 401
                || response.statusCode() == 403
                || (response.statusCode() == 302
                        && (leadsTo.endsWith("/sign-in") || leadsTo.endsWith("/set-up")));
    }

    private static String session(ApiClient client) {
        return client.visitor().cookie("__Host-countersign");
    }

    /** The token for state changes, asked for anew. */
    private record ApiClientToken(Visitor visitor) {

        String value() {
            String body = visitor.get("/api/v1/csrf").body();
            return body.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        }
    }
}
