package io.countersign.simulator.telegram.bot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.simulator.telegram.SimulatedBotSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Telegram's Bot API: {@code GET} or {@code POST /bot{token}/{method}}.
 *
 * @see <a href="https://core.telegram.org/bots/api">Bot API</a>
 */
@RestController
class BotApi {

    private final SimulatedBotSettings settings;
    private final Map<String, BotApiMethod> methods;
    private final JsonMapper json;

    BotApi(SimulatedBotSettings settings, List<BotApiMethod> methods, JsonMapper json) {
        this.settings = settings;
        this.methods =
                methods.stream()
                        .collect(
                                Collectors.toMap(
                                        method -> lower(method.name()), Function.identity()));
        this.json = json;
    }

    @RequestMapping(
            path = "/bot{token}/{method}",
            method = {RequestMethod.GET, RequestMethod.POST})
    @Nullable ResponseEntity<BotApiReply.Envelope> call(
            @PathVariable String token, @PathVariable String method, HttpServletRequest request)
            throws IOException, InterruptedException {
        return reply(token, method, request).to(request);
    }

    private BotApiReply reply(String token, String name, HttpServletRequest request)
            throws IOException, InterruptedException {
        if (!authentic(token)) {
            return BotApiReply.failed(401, "Unauthorized");
        }
        BotApiMethod method = methods.get(lower(name));
        if (method == null) {
            return BotApiReply.failed(404, "Not Found");
        }
        Arguments arguments;
        try {
            arguments = Arguments.of(request, json);
        } catch (JacksonException unreadable) {
            return BotApiReply.badRequest("can't parse JSON object");
        }
        return method.call(arguments);
    }

    private boolean authentic(String token) {
        return settings.botToken() != null
                && MessageDigest.isEqual(
                        token.getBytes(UTF_8), settings.botToken().getBytes(UTF_8));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
