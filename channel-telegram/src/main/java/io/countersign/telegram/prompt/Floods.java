package io.countersign.telegram.prompt;

import io.countersign.channel.send.Concerned;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds out whom a 429 concerns, which Telegram does not say: the chat, unless several chats in a
 * row were told to wait and no other chat got a message meanwhile. Then it is the bot.
 */
final class Floods {

    private static final int SEVERAL = 5;

    private final Set<Long> waiting = new HashSet<>();

    /** A chat was told to wait. */
    synchronized Concerned whom(long chat) {
        waiting.add(chat);
        return waiting.size() < SEVERAL ? Concerned.RECIPIENT : Concerned.PROVIDER;
    }

    /** A message got through. */
    synchronized void over() {
        waiting.clear();
    }
}
