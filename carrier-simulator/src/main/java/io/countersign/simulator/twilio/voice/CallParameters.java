package io.countersign.simulator.twilio.voice;

import io.countersign.simulator.calls.Call;
import io.countersign.simulator.calls.CallEvent;
import io.countersign.simulator.twilio.SimulatedTwilioSettings;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Twilio tells its customers about a call.
 *
 * @see <a
 *     href="https://www.twilio.com/docs/voice/api/call-resource#statuscallback">StatusCallback</a>
 */
final class CallParameters {

    static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private CallParameters() {}

    /** With a request for instructions. */
    static SortedMap<String, String> of(Call call, SimulatedTwilioSettings account) {
        String from = call.dialling().from().e164();
        String to = call.to().e164();
        SortedMap<String, String> parameters = new TreeMap<>();
        parameters.put("AccountSid", account.accountSid());
        parameters.put("ApiVersion", "2010-04-01");
        parameters.put("CallSid", call.sid());
        parameters.put("CallStatus", call.status().wireName());
        parameters.put("Called", to);
        parameters.put("Caller", from);
        parameters.put("Direction", "outbound-api");
        parameters.put("From", from);
        parameters.put("To", to);
        return parameters;
    }

    /**
     * With a status callback.
     *
     * @param sequenceNumber counts the events of the call from 0
     */
    static SortedMap<String, String> of(
            CallEvent event, int sequenceNumber, Call call, SimulatedTwilioSettings account) {
        SortedMap<String, String> parameters = of(call, account);
        parameters.put("CallbackSource", "call-progress-events");
        parameters.put("SequenceNumber", Integer.toString(sequenceNumber));
        parameters.put("Timestamp", RFC_2822.format(call.updatedAt()));
        if (event == CallEvent.COMPLETED) {
            long seconds = call.duration().toSeconds();
            parameters.put("CallDuration", Long.toString(seconds));
            parameters.put("Duration", Long.toString(Math.ceilDiv(seconds, 60)));
        }
        return parameters;
    }
}
