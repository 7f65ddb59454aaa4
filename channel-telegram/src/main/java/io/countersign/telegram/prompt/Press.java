package io.countersign.telegram.prompt;

/**
 * A person pressed a button, as Telegram tells it.
 *
 * @param user who
 * @param chat where the button is
 * @param inPrivate whether that is a chat of the bot with one person
 * @param message the number of the button's message within the chat
 * @param data what the button brings back; the sender may have changed it
 */
public record Press(long user, long chat, boolean inPrivate, int message, String data) {

    /** Whether it was pressed in the presser's own chat with the bot, whose id is theirs. */
    boolean inOwnChat() {
        return inPrivate && user == chat;
    }

    @Override
    public String toString() {
        return "Press[]";
    }
}
