package io.countersign.telegram.link;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote to the bot, and where.
 *
 * @param user the person's id
 * @param chat where it was written
 * @param inPrivate whether that is a chat of the bot with one person
 * @param shownName first and last name as Telegram shows them
 * @param username without the @; null where there is none
 */
public record Person(
        long user, long chat, boolean inPrivate, String shownName, @Nullable String username) {

    /** Whether it was written in the person's own chat with the bot, whose id is theirs. */
    boolean inOwnChat() {
        return inPrivate && user == chat;
    }

    /** Does not print names. */
    @Override
    public String toString() {
        return "Person[]";
    }
}
