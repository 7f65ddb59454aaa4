package io.countersign.voice.twilio;

import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import io.countersign.channel.send.ChannelSender;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Late;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.OutgoingMessage;
import io.countersign.twilio.TwilioAccount;
import io.countersign.twilio.TwilioClient;
import io.countersign.voice.call.Line;
import io.countersign.voice.call.Switchboard;
import io.countersign.voice.number.CallingNumber;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Places calls through Twilio.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/call-resource">Call resource</a>
 */
final class TwilioCallSender implements ChannelSender {

    private static final List<String> EVENTS =
            List.of("initiated", "ringing", "answered", "completed");
    private static final Duration TOO_SHORT_TO_DIAL = Duration.ofMillis(500);

    private final TwilioAccount account;
    private final Duration ringWindow;
    private final Switchboard board;
    private final TwilioClient twilio;

    TwilioCallSender(TwilioAccount account, Duration ringWindow, Switchboard board, Clock clock) {
        this.account = account;
        this.ringWindow = ringWindow;
        this.board = board;
        this.twilio = new TwilioClient(account, CallErrors.TABLE, clock);
    }

    @Override
    public DeliveryOutcome send(OutgoingMessage message) {
        return switch (board.assign(message)) {
            case Line.Closed(DeliveryOutcome outcome) -> outcome;
            case Line.Assigned(CallingNumber number) -> {
                yield message.timeout().compareTo(TOO_SHORT_TO_DIAL) < 0
                        ? new Late()
                        : dial(message, number);
            }
        };
    }

    private DeliveryOutcome dial(OutgoingMessage message, CallingNumber from) {
        CallCreator creator =
                new CallCreator(
                                account.sid(),
                                new PhoneNumber(message.destination().value()),
                                new PhoneNumber(from.value()),
                                new Twiml(CallScript.of(message.message(), message.locale())))
                        .setTimeout(ringingSeconds(message.validity()))
                        .setStatusCallback(
                                account.callback(
                                        TwilioCallController.PATH, message.delivery().wire()))
                        .setStatusCallbackEvent(EVENTS);
        DeliveryOutcome outcome =
                twilio.create(message.window(), client -> creator.create(client).getSid());
        if (outcome instanceof Refused(var reason, _)
                && reason == CallErrors.NOT_FROM_THIS_NUMBER) {
            board.refused(from);
        }
        return outcome;
    }

    /** No phone should ring when the answer would be late anyway. */
    private int ringingSeconds(Duration validity) {
        Duration ringing = validity.compareTo(ringWindow) < 0 ? validity : ringWindow;
        return Math.max(1, Math.toIntExact(ringing.toSeconds()));
    }
}
