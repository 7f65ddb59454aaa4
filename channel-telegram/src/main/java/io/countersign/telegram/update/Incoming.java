package io.countersign.telegram.update;

import io.countersign.telegram.link.Person;
import io.countersign.telegram.prompt.Press;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Translates Telegram's updates. */
final class Incoming {

    private Incoming() {}

    /** Empty for a press on anything but a message of ours. */
    static Optional<Press> press(CallbackQuery query) {
        MaybeInaccessibleMessage message = query.getMessage();
        if (message == null || message.getChat() == null || query.getData() == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Press(
                        query.getFrom().getId(),
                        message.getChat().getId(),
                        isPrivate(message.getChat()),
                        message.getMessageId(),
                        query.getData()));
    }

    static Person person(Message message) {
        User user = message.getFrom();
        return new Person(
                user.getId(),
                message.getChatId(),
                isPrivate(message.getChat()),
                shownName(user),
                user.getUserName());
    }

    static boolean isPrivate(@Nullable Chat chat) {
        return chat != null && "private".equals(chat.getType());
    }

    /** Whether it is the person's own chat with the bot, whose id is theirs. */
    static boolean isOwn(@Nullable Chat chat, @Nullable User user) {
        return chat != null && isPrivate(chat) && user != null && user.getId().equals(chat.getId());
    }

    /** Whether the bot is not blocked any more. */
    static boolean isMember(ChatMemberUpdated change) {
        return change.getNewChatMember() != null
                && "member".equals(change.getNewChatMember().getStatus());
    }

    /**
     * When something happened.
     *
     * @param seconds by Telegram's clock
     */
    static Instant time(Integer seconds) {
        return Instant.ofEpochSecond(seconds);
    }

    private static String shownName(User user) {
        return Stream.of(user.getFirstName(), user.getLastName())
                .filter(name -> name != null && !name.isBlank())
                .collect(Collectors.joining(" "));
    }
}
