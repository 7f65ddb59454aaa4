package io.countersign.voice.call;

import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.voice.number.CallingNumber;

/** What a call gets before it is placed. */
public sealed interface Line {

    /** To be dialled from this number. */
    record Assigned(CallingNumber number) implements Line {}

    /** Not to be dialled at all. */
    record Closed(DeliveryOutcome outcome) implements Line {}
}
