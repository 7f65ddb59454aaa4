package io.countersign.gateway.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.handler.AbstractHandlerMethodMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** A client may send any {@code Host}; nothing that is answered may lead there. */
class ForgedHostTest extends StandingsTest {

    private static final String HOST = "elsewhere.example";

    @Autowired private List<AbstractHandlerMethodMapping<RequestMappingInfo>> mappings;
    @LocalServerPort private int port;

    @ParameterizedTest
    @ValueSource(strings = {"1.1", "1.0"})
    @Tag("SECURITY-15")
    void no_answer_leads_there_whoever_asks_and_for_whatever(String version) {
        List<Visitor> visitors = List.of(visitor(), awaiting(), signedIn(), longSignedIn());
        List<String> answers = new ArrayList<>();
        for (String pattern : EveryPath.of(mappings)) {
            for (Visitor visitor : visitors) {
                String path = EveryPath.fitting(pattern);
                answers.add(answer(visitor, "GET", path, version));
                // Wrong passwords are counted, also nobody's, which other tests give.
                if (!path.endsWith("/sign-in")) {
                    answers.add(answer(visitor, "POST", path, version));
                }
            }
        }
        answers.add(answer(visitor(), "POST", rightPassword(), version));
        answers.add(answer(signedIn(), "POST", "/sign-out", version));

        assertThat(answers.stream().flatMap(String::lines).filter(line -> line.contains(HOST)))
                .isEmpty();
        assertThat(answers.stream().flatMap(ForgedHostTest::location))
                .hasSizeGreaterThan(50)
                .contains("/sign-in", "/challenge", "/security", "/sign-in?signed-out")
                .allMatch(to -> to.startsWith("/") && !to.startsWith("//"));
    }

    private String rightPassword() {
        String password = URLEncoder.encode(PASSWORD, UTF_8);
        return "/sign-in?email=%s&password=%s".formatted(person().email(), password);
    }

    private Visitor signedIn() {
        ApiClient client = client();
        client.signIn(personWithoutPhone().email(), PASSWORD);
        assertThat(client.standing()).isEqualTo("SIGNED_IN");
        return client.visitor();
    }

    /** The whole answer; of a stream of events, its head. */
    private String answer(Visitor visitor, String verb, String path, String version) {
        String token =
                visitor.get("/api/v1/csrf").body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        String cookies = visitor.request(path).build().headers().firstValue("Cookie").orElse("");
        String request =
                """
                %s %s HTTP/%s
                Host: %s
                Cookie: %s
                X-CSRF-TOKEN: %s
                Content-Type: application/x-www-form-urlencoded
                Content-Length: 0
                Connection: close

                """
                        .formatted(verb, path, version, HOST, cookies, token)
                        .replace("\n", "\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return path.endsWith("/events")
                    ? head(socket.getInputStream())
                    : new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String head(InputStream answer) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = answer.read(); next != -1; next = answer.read()) {
            head.append((char) next);
            if (head.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    private static Stream<String> location(String answer) {
        return answer.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("location:"))
                .map(line -> line.substring("location:".length()).strip());
    }
}
