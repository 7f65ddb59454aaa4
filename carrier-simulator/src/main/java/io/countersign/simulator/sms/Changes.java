package io.countersign.simulator.sms;

import java.util.List;

/**
 * What happened at one number since a revision.
 *
 * @param cleared whether everything seen up to that revision is gone
 * @param messages the messages that are new or have changed, oldest first
 * @param revision the revision that these changes lead to
 */
public record Changes(boolean cleared, List<TextMessage> messages, long revision) {

    public boolean none() {
        return !cleared && messages.isEmpty();
    }
}
