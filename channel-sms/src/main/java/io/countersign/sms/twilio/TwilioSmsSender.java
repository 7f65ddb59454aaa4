package io.countersign.sms.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import io.countersign.channel.send.ChannelSender;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Accepted;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.channel.send.OutgoingMessage;
import io.countersign.sms.text.SmsTexts;
import java.net.URI;
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

    private final TwilioSettings settings;
    private final SmsTexts texts;
    private final TwilioRestClient twilio;

    TwilioSmsSender(TwilioSettings settings, SmsTexts texts) {
        this.settings = settings;
        this.texts = texts;
        this.twilio =
                new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
                        .httpClient(new TwilioTransport(settings.base()))
                        .build();
    }

    @Override
    public DeliveryOutcome send(OutgoingMessage message) {
        Exchange exchange = new Exchange(message.timeout());
        MessageCreator creator = creator(message);
        try {
            return ScopedValue.where(TwilioTransport.EXCHANGE, exchange)
                    .call(() -> accepted(creator.create(twilio)));
        } catch (TransportFailure e) {
            return e.outcome();
        } catch (ApiException e) {
            return TwilioErrors.outcome(e.getStatusCode(), e.getCode(), exchange.retryAfter());
        } catch (TwilioException e) {
            return new Uncertain(e.getClass().getSimpleName());
        }
    }

    private static DeliveryOutcome accepted(Message message) {
        String sid = message.getSid();
        return sid == null ? new Uncertain("an answer without a SID") : new Accepted(sid);
    }

    private MessageCreator creator(OutgoingMessage message) {
        PhoneNumber to = new PhoneNumber(message.destination().value());
        String text = texts.write(message.message(), message.locale());
        MessageCreator creator =
                settings.fromMessagingService()
                        ? new MessageCreator(settings.accountSid(), to, settings.from(), text)
                        : new MessageCreator(
                                settings.accountSid(), to, new PhoneNumber(settings.from()), text);
        return creator.setValidityPeriod(seconds(message.validity()))
                .setStatusCallback(URI.create(settings.statusCallback(message.delivery().wire())));
    }

    private static int seconds(Duration validity) {
        return Math.clamp(validity.toSeconds(), SHORTEST, LONGEST);
    }
}
