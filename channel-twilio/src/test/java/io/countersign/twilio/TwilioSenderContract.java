package io.countersign.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.kit.ChannelSenderContract;
import io.countersign.channel.send.ChannelSender;
import io.countersign.channel.send.Concerned;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.twilio.TwilioStandIn.Treatment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What a sender does with what Twilio can answer. */
public abstract class TwilioSenderContract extends ChannelSenderContract {

    protected final TwilioStandIn twilio = new TwilioStandIn();

    public abstract ChannelSender sender();

    /** How Twilio takes what the sender sends. */
    protected abstract Treatment takes();

    @BeforeEach
    void behave() {
        twilio.treats(takes());
    }

    @AfterEach
    void close() {
        twilio.close();
    }

    @Override
    protected ChannelSender senderWhileProvider(Behaviour behaviour) {
        switch (behaviour) {
            case ACCEPTS -> twilio.treats(takes());
            case REFUSES_DESTINATION -> twilio.treats(TwilioStandIn.refuse(400, 21211));
            case ASKS_TO_WAIT_7_SECONDS -> twilio.treats(TwilioStandIn.refuse(429, 20429, "7"));
            case BREAKS -> twilio.treats(TwilioStandIn.refuse(500, 20500));
            case ACCEPTS_BUT_NEVER_ANSWERS -> twilio.treats(twilio.neverAnswer());
            case CUTS_THE_CONNECTION -> twilio.treats(TwilioStandIn.cut());
            case IS_GONE -> twilio.close();
        }
        return sender();
    }

    @Override
    protected int requestsSeen() {
        return twilio.seen().size();
    }

    /** The contract's message, while Twilio treats it so. */
    protected final DeliveryOutcome sendWhile(Treatment treatment) {
        twilio.treats(treatment);
        return sender().send(message());
    }

    /** Fails unless the sender takes this answer for one about Twilio itself. */
    protected final void assertNotTaken(int status, int code) {
        assertThat(sendWhile(TwilioStandIn.refuse(status, code)))
                .isEqualTo(
                        new Unavailable(
                                Concerned.PROVIDER, "status=%d code=%d".formatted(status, code)));
    }
}
