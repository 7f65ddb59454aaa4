package io.countersign.twilio;

import com.sun.net.httpserver.HttpExchange;
import io.countersign.test.StandInServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Speaks as much of Twilio's API as a sender needs, in Twilio's own shapes. */
public final class TwilioStandIn implements AutoCloseable {

    public static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    public static final String TOKEN = "fedcba9876543210fedcba9876543210";
    public static final String SID = "SM00112233445566778899aabbccddeeff";
    public static final String CALL_SID = "CA00112233445566778899aabbccddeeff";

    /** How to treat a request that was read completely. */
    public interface Treatment {
        void apply(HttpExchange exchange) throws IOException;
    }

    /**
     * One request as it was on the wire.
     *
     * @param form values of a parameter that came several times have a space between them
     */
    public record Seen(
            String method, String path, String authorization, Map<String, String> form) {}

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private volatile Treatment treatment = accept();
    private final StandInServer server = new StandInServer(this::handle);

    public String url() {
        return server.url();
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    public TwilioStandIn treats(Treatment next) {
        treatment = next;
        return this;
    }

    /** Takes an SMS. */
    public static Treatment accept() {
        return exchange ->
                StandInServer.answer(
                        exchange,
                        201,
                        """
                        {"account_sid": "%s", "api_version": "2010-04-01", "body": "", "date_created":
                        "Thu, 24 Aug 2023 05:01:45 +0000", "date_sent": null, "date_updated":
                        "Thu, 24 Aug 2023 05:01:45 +0000", "direction": "outbound-api",
                        "error_code": null, "error_message": null, "from": "+12015550199",
                        "messaging_service_sid": null, "num_media": "0", "num_segments": "1",
                        "price": null, "price_unit": null, "sid": "%s", "status": "queued",
                        "subresource_uris": {}, "to": "+12015550123", "uri": "/"}
                        """
                                .formatted(ACCOUNT, SID));
    }

    /** Takes a call. */
    public static Treatment dial() {
        return exchange ->
                StandInServer.answer(
                        exchange,
                        201,
                        """
                        {"account_sid": "%s", "api_version": "2010-04-01", "answered_by": null,
                        "date_created": null, "direction": "outbound-api", "duration": null,
                        "from": "+12015550199", "price": null, "sid": "%s", "status": "queued",
                        "subresource_uris": {}, "to": "+12015550123", "uri": "/"}
                        """
                                .formatted(ACCOUNT, CALL_SID));
    }

    public static Treatment refuse(int status, int code) {
        return exchange ->
                StandInServer.answer(
                        exchange,
                        status,
                        """
                        {"code": %d, "message": "Invalid 'To' Phone Number: +12015550123",
                        "more_info": "https://www.twilio.com/docs/errors/%d", "status": %d}
                        """
                                .formatted(code, code, status));
    }

    public static Treatment refuse(int status, int code, String retryAfter) {
        return exchange -> {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
            refuse(status, code).apply(exchange);
        };
    }

    public static Treatment answerWith(int status, String body) {
        return exchange -> StandInServer.answer(exchange, status, body);
    }

    public Treatment neverAnswer() {
        return _ -> server.hold();
    }

    public static Treatment cut() {
        return HttpExchange::close;
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = StandInServer.body(exchange);
        @Nullable String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        seen.add(
                new Seen(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        authorization == null ? "" : authorization,
                        form(body)));
        treatment.apply(exchange);
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(
                        pair ->
                                form.merge(
                                        decode(pair[0]),
                                        pair.length > 1 ? decode(pair[1]) : "",
                                        (first, next) -> first + " " + next));
        return form;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
