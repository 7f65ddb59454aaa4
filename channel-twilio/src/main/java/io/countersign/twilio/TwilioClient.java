package io.countersign.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Accepted;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.channel.send.RetryAfter;
import io.countersign.channel.send.SendWindow;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks Twilio to create something, once, and classifies the result. */
public final class TwilioClient {

    private final TwilioErrors errors;
    private final RetryAfter retryAfter;
    private final TwilioRestClient twilio;

    /**
     * @param errors of the kind of thing that is created
     * @param clock to compare with a date until which Twilio wants to be left alone
     */
    public TwilioClient(TwilioAccount account, TwilioErrors errors, Clock clock) {
        this.errors = errors;
        this.retryAfter = new RetryAfter(clock);
        this.twilio =
                new TwilioRestClient.Builder(account.sid(), account.token())
                        .httpClient(new TwilioTransport(account.base()))
                        .build();
    }

    /**
     * Returns within the window, and asks nothing once it has passed.
     *
     * @param creation makes one request with the client that it is given and returns the SID of
     *     what Twilio created
     */
    public DeliveryOutcome create(
            SendWindow window, Function<TwilioRestClient, @Nullable String> creation) {
        Exchange exchange = new Exchange(window, retryAfter);
        try {
            return ScopedValue.where(TwilioTransport.EXCHANGE, exchange)
                    .call(() -> accepted(creation.apply(twilio)));
        } catch (TransportFailure e) {
            return e.outcome();
        } catch (ApiException e) {
            return errors.outcome(e.getStatusCode(), e.getCode(), exchange.retryAfter());
        } catch (TwilioException e) {
            return new Uncertain(e.getClass().getSimpleName());
        }
    }

    private static DeliveryOutcome accepted(@Nullable String sid) {
        return sid == null ? new Uncertain("an answer without a SID") : new Accepted(sid);
    }
}
