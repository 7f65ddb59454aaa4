package io.countersign.sms.twilio;

import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import io.countersign.channel.send.ChannelSender;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.OutgoingMessage;
import io.countersign.events.FailureReason;
import io.countersign.events.content.Message;
import io.countersign.events.content.OneTimeCode;
import io.countersign.sms.text.SmsTexts;
import io.countersign.twilio.TwilioClient;
import java.time.Clock;
import java.time.Duration;

/**
 * Sends SMS through Twilio.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Message resource</a>
 */
final class TwilioSmsSender implements ChannelSender {

    /** What Twilio allows as validity period, in seconds. */
    private static final int SHORTEST = 1;

    private static final int LONGEST = 36_000;

    private final TwilioSmsSettings settings;
    private final SmsTexts texts;
    private final TwilioClient twilio;

    TwilioSmsSender(TwilioSmsSettings settings, SmsTexts texts, Clock clock) {
        this.settings = settings;
        this.texts = texts;
        this.twilio = new TwilioClient(settings.account(), MessageErrors.TABLE, clock);
    }

    @Override
    public DeliveryOutcome send(OutgoingMessage message) {
        return switch (message.message()) {
            case Message.Code(OneTimeCode code) ->
                    send(message, texts.write(code, message.locale()));
            case Message.SpokenCode _,
                    Message.CallingNumber _,
                    Message.Confirmation _,
                    Message.Notice _ ->
                    new Refused(FailureReason.PROVIDER_UNAVAILABLE, "nothing to say in an SMS");
        };
    }

    private DeliveryOutcome send(OutgoingMessage message, String text) {
        MessageCreator creator = creator(new PhoneNumber(message.destination().value()), text);
        creator.setValidityPeriod(seconds(message.validity()))
                .setStatusCallback(
                        settings.account()
                                .callback(TwilioStatusController.PATH, message.delivery().wire()));
        return twilio.create(message.window(), client -> creator.create(client).getSid());
    }

    private MessageCreator creator(PhoneNumber to, String text) {
        return settings.fromMessagingService()
                ? new MessageCreator(settings.accountSid(), to, settings.from(), text)
                : new MessageCreator(
                        settings.accountSid(), to, new PhoneNumber(settings.from()), text);
    }

    private static int seconds(Duration validity) {
        return Math.clamp(validity.toSeconds(), SHORTEST, LONGEST);
    }
}
