package io.countersign.simulator.twilio.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.simulator.sms.Submission;
import io.countersign.simulator.sms.TextMessage;
import io.countersign.simulator.twilio.TwilioSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reports a message's status in Twilio's form, signed.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/guides/track-outbound-message-status">Track
 *     the message status of outbound messages</a>
 */
@Component
class StatusCallback {

    private final TwilioSettings twilio;
    private final CallbackSettings settings;
    private final CallbackClient client;

    StatusCallback(TwilioSettings twilio, CallbackSettings settings, CallbackClient client) {
        this.twilio = twilio;
        this.settings = settings;
        this.client = client;
    }

    /** Returns when the report is made or has failed. */
    void report(URI url, TextMessage message, StatusPlan.Step step) throws InterruptedException {
        SortedMap<String, String> parameters = parameters(message, step);
        String signature = TwilioSignature.of(url, parameters, twilio.authToken());
        client.send(
                HttpRequest.newBuilder(url)
                        .timeout(settings.timeout())
                        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                        .header("User-Agent", "TwilioProxy/1.1")
                        .header("X-Twilio-Signature", signature)
                        .POST(BodyPublishers.ofString(form(parameters)))
                        .build());
    }

    private SortedMap<String, String> parameters(TextMessage message, StatusPlan.Step step) {
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

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
