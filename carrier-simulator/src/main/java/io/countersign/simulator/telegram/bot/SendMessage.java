package io.countersign.simulator.telegram.bot;

import io.countersign.simulator.telegram.Chat;
import io.countersign.simulator.telegram.ChatMessage;
import io.countersign.simulator.telegram.Chats;
import io.countersign.simulator.telegram.SimulatedBotSettings;
import io.countersign.simulator.telegram.bot.Texts.Reading;
import io.countersign.simulator.telegram.wire.User;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Writes into a chat. How it is to be notified or protected makes no difference here. */
@Component
final class SendMessage implements BotApiMethod {

    private final ChatHandler handler;
    private final Chats chats;
    private final User bot;
    private final Clock clock;

    SendMessage(ChatHandler handler, Chats chats, SimulatedBotSettings settings, Clock clock) {
        this.handler = handler;
        this.chats = chats;
        this.bot = settings.bot();
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sendMessage";
    }

    @Override
    public BotApiReply call(Arguments arguments) throws InterruptedException {
        return handler.handle(name(), arguments, chat -> send(chat, arguments));
    }

    private BotApiReply send(Chat chat, Arguments arguments) {
        JsonNode markup = arguments.structure("reply_markup");
        Optional<BotApiReply> faulty = Keyboards.fault(markup);
        return faulty.orElseGet(
                () ->
                        switch (Texts.read(arguments)) {
                            case Reading.Faulty(BotApiReply reply) -> reply;
                            case Reading.Read(ChatMessage.Body body) ->
                                    added(
                                            chat,
                                            new ChatMessage(
                                                    chats.nextMessageId(),
                                                    true,
                                                    body,
                                                    Keyboards.read(markup),
                                                    clock.instant(),
                                                    null,
                                                    null));
                        });
    }

    private BotApiReply added(Chat chat, ChatMessage message) {
        chat.add(message);
        return BotApiReply.done(message.toWire(bot, chat.person().chat()));
    }
}
