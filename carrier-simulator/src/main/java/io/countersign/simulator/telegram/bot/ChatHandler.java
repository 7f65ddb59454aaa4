package io.countersign.simulator.telegram.bot;

import io.countersign.simulator.faults.Counter;
import io.countersign.simulator.faults.RequestFault;
import io.countersign.simulator.faults.RequestFault.Refusing;
import io.countersign.simulator.faults.RequestFault.ServerError;
import io.countersign.simulator.faults.RequestFault.TooManyRequests;
import io.countersign.simulator.faults.RequestFault.TooManyRequestsUntil;
import io.countersign.simulator.faults.RequestFault.Unauthorized;
import io.countersign.simulator.faults.TelegramFault;
import io.countersign.simulator.faults.active.Faults;
import io.countersign.simulator.requests.Asked;
import io.countersign.simulator.requests.RequestLog;
import io.countersign.simulator.requests.RequestOutcome;
import io.countersign.simulator.telegram.Chat;
import io.countersign.simulator.telegram.Chats;
import io.countersign.simulator.telegram.SimulatedBotSettings;
import io.countersign.simulator.telegram.wire.BotMessage;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deals with what the bot wants to do in a chat: the one place where faults are applied to it. */
@Component
class ChatHandler {

    private static final BotApiReply BLOCKED =
            BotApiReply.failed(403, "Forbidden: bot was blocked by the user");

    private final Chats chats;
    private final Faults faults;
    private final RequestLog log;
    private final String bot;

    ChatHandler(Chats chats, Faults faults, RequestLog log, SimulatedBotSettings settings) {
        this.chats = chats;
        this.faults = faults;
        this.log = log;
        this.bot = settings.botUsername();
    }

    /** Does it, if the chat is there and the person has not blocked the bot. */
    BotApiReply handle(String method, Arguments arguments, Function<Chat, BotApiReply> action)
            throws InterruptedException {
        Optional<Chat> chat = chats.started(arguments.number("chat_id", 0));
        Asked asked =
                new Asked(
                        method,
                        chat.map(found -> found.person().name())
                                .orElse(arguments.text("chat_id").orElse(null)),
                        bot,
                        arguments.text("text").orElse(null),
                        null);
        if (chat.isEmpty()) {
            Handling stray =
                    new Handling(asked, null, () -> BotApiReply.badRequest("chat not found"));
            return stray.take(true);
        }
        Chat found = chat.get();
        TelegramFault fault = faults.strikeTelegram(found.person().recipient()).orElse(null);
        Handling handling =
                new Handling(
                        asked,
                        fault,
                        () -> found.standing().blocked() ? BLOCKED : action.apply(found));
        return switch (fault) {
            case null -> handling.take(true);
            case RequestFault common -> handling.meet(common);
            case TelegramFault.BlockedBot() -> handling.refuse(BLOCKED);
        };
    }

    private static String sid(Object result) {
        return result instanceof BotMessage message ? Long.toString(message.messageId()) : "";
    }

    private interface Action {
        BotApiReply perform();
    }

    private final class Handling implements Counter<BotApiReply> {

        private final Asked asked;
        private final @Nullable TelegramFault fault;
        private final Action action;

        Handling(Asked asked, @Nullable TelegramFault fault, Action action) {
            this.asked = asked;
            this.fault = fault;
            this.action = action;
        }

        @Override
        public BotApiReply take(boolean answered) {
            BotApiReply reply = action.perform();
            record(
                    switch (reply) {
                        case BotApiReply.Done(Object result, _) ->
                                new RequestOutcome.Accepted(sid(result), answered);
                        case BotApiReply.Failed(int code, _, _) ->
                                new RequestOutcome.Refused(code, code);
                        case BotApiReply.Cut() -> new RequestOutcome.Ignored();
                    });
            return reply;
        }

        @Override
        public BotApiReply refuse(Refusing refusing) {
            return refuse(
                    switch (refusing) {
                        case Unauthorized() -> BotApiReply.failed(401, "Unauthorized");
                        case TooManyRequests(int seconds) ->
                                new BotApiReply.Failed(
                                        429, "Too Many Requests: retry after " + seconds, seconds);
                        // Telegram names seconds and nothing else.
                        case TooManyRequestsUntil(int seconds) ->
                                new BotApiReply.Failed(
                                        429, "Too Many Requests: retry after " + seconds, seconds);
                        case ServerError() -> BotApiReply.failed(500, "Internal Server Error");
                    });
        }

        BotApiReply refuse(BotApiReply refusal) {
            if (refusal instanceof BotApiReply.Failed(int code, _, _)) {
                record(new RequestOutcome.Refused(code, code));
            }
            return refusal;
        }

        @Override
        public void ignore() {
            record(new RequestOutcome.Ignored());
        }

        @Override
        public BotApiReply cut() {
            return new BotApiReply.Cut();
        }

        private void record(RequestOutcome outcome) {
            log.record(asked, outcome, fault == null ? null : fault.kind());
        }
    }
}
