package io.countersign.simulator.telegram.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What the bot learns when a person blocks or unblocks it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ChatMemberUpdated(
        PrivateChat chat, User from, long date, Member oldChatMember, Member newChatMember) {

    /**
     * The bot's place in the chat.
     *
     * @param status {@code member}, or {@code kicked} when it is blocked
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Member(User user, String status, @Nullable Long untilDate) {

        static Member of(User bot, boolean blocked) {
            return blocked ? new Member(bot, "kicked", 0L) : new Member(bot, "member", null);
        }
    }

    public static ChatMemberUpdated of(
            PrivateChat chat, User person, User bot, long date, boolean blocked) {
        return new ChatMemberUpdated(
                chat, person, date, Member.of(bot, !blocked), Member.of(bot, blocked));
    }
}
