package io.countersign.telegram.update;

import io.countersign.telegram.bot.UpdateReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Receives from Telegram what people did.
 *
 * <p>{@code POST /telegram/updates}, JSON, with the header {@code X-Telegram-Bot-Api-Secret-Token}.
 * Answers 204 when there is nothing more to do, 403 to anyone but Telegram, 400 to anything that is
 * not an update, and 503 when the update must come again.
 *
 * @see <a href="https://core.telegram.org/bots/api#setwebhook">setWebhook</a>
 */
@RestController
@ConditionalOnProperty(name = "countersign.telegram.updates", havingValue = "webhook")
final class WebhookController {

    static final String PATH = "/telegram/updates";

    /** Far more than any update takes. */
    private static final int MOST_BYTES = 256 * 1024;

    private final WebhookSettings settings;
    private final UpdateHandler handler;

    WebhookController(WebhookSettings settings, UpdateHandler handler) {
        this.settings = settings;
        this.handler = handler;
    }

    @PostMapping(PATH)
    ResponseEntity<Void> updates(
            @RequestHeader(name = "X-Telegram-Bot-Api-Secret-Token", defaultValue = "")
                    String secret,
            InputStream body)
            throws IOException {
        if (!isOurs(secret)) {
            return answer(HttpStatus.FORBIDDEN);
        }
        Optional<Update> update = UpdateReader.read(body.readNBytes(MOST_BYTES));
        if (update.isEmpty()) {
            return answer(HttpStatus.BAD_REQUEST);
        }
        return switch (handler.handle(update.get())) {
            case DONE -> answer(HttpStatus.NO_CONTENT);
            case AGAIN -> answer(HttpStatus.SERVICE_UNAVAILABLE);
        };
    }

    /** Compares in constant time. */
    private boolean isOurs(String secret) {
        return MessageDigest.isEqual(
                secret.getBytes(StandardCharsets.UTF_8),
                settings.secretToken().getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
