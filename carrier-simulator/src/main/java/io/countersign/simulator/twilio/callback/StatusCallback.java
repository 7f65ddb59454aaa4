package io.countersign.simulator.twilio.callback;

import io.countersign.simulator.sms.AcceptedSms;
import io.countersign.simulator.sms.Submission;
import io.countersign.simulator.twilio.SimulatedTwilioSettings;
import java.net.URI;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Reports a message's status in Twilio's form, signed.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/guides/track-outbound-message-status">Track
 *     the message status of outbound messages</a>
 */
@Component
class StatusCallback {

    private final SimulatedTwilioSettings twilio;
    private final SignedCallback callback;

    StatusCallback(SimulatedTwilioSettings twilio, SignedCallback callback) {
        this.twilio = twilio;
        this.callback = callback;
    }

    /** Returns when the report is made or has failed. */
    void report(URI url, AcceptedSms message, StatusPlan.Step step) throws InterruptedException {
        callback.post(url, parameters(message, step));
    }

    private SortedMap<String, String> parameters(AcceptedSms message, StatusPlan.Step step) {
        Submission submission = message.submission();
        String status = step.status().wireName();
        String from = submission.from() == null ? twilio.serviceNumber() : submission.from();
        SortedMap<String, String> parameters = new TreeMap<>();
        parameters.put("AccountSid", twilio.accountSid());
        parameters.put("ApiVersion", "2010-04-01");
        parameters.put("From", from);
        parameters.put("MessageSid", message.sid());
        parameters.put("MessageStatus", status);
        parameters.put("SmsSid", message.sid());
        parameters.put("SmsStatus", status);
        parameters.put("To", submission.to().e164());
        if (submission.messagingServiceSid() != null) {
            parameters.put("MessagingServiceSid", submission.messagingServiceSid());
        }
        if (step.errorCode() != null) {
            parameters.put("ErrorCode", step.errorCode().toString());
        }
        return parameters;
    }
}
