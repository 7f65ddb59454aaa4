package io.countersign.simulator.twilio.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.simulator.sms.Submission;
import io.countersign.simulator.sms.TextMessage;
import io.countersign.simulator.twilio.TwilioSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes one status callback, once: like Twilio, it does not try again.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/guides/track-outbound-message-status">Track
 *     the message status of outbound messages</a>
 */
@Component
class StatusCallback {

    private static final Logger log = LoggerFactory.getLogger(StatusCallback.class);

    private final HttpClient http;
    private final TwilioSettings twilio;
    private final CallbackSettings settings;

    StatusCallback(TwilioSettings twilio, CallbackSettings settings) {
        this.twilio = twilio;
        this.settings = settings;
        this.http =
                HttpClient.newBuilder()
                        .version(Version.HTTP_1_1)
                        .followRedirects(Redirect.NEVER)
                        .connectTimeout(settings.timeout())
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    void report(URI url, TextMessage message, StatusPlan.Step step) throws InterruptedException {
        SortedMap<String, String> parameters = parameters(message, step);
        HttpRequest request =
                HttpRequest.newBuilder(url)
                        .timeout(settings.timeout())
                        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                        .header("User-Agent", "TwilioProxy/1.1")
                        .header(
                                "X-Twilio-Signature",
                                TwilioSignature.of(url, parameters, twilio.authToken()))
                        .POST(BodyPublishers.ofString(form(parameters)))
                        .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            log.debug("Reported {} of {}: HTTP {}", step.status(), message.sid(), status);
        } catch (IOException unheard) {
            log.warn(
                    "Could not report {} of {}: {}",
                    step.status(),
                    message.sid(),
                    unheard.toString());
        }
    }

    private SortedMap<String, String> parameters(TextMessage message, StatusPlan.Step step) {
        Submission submission = message.submission();
        SortedMap<String, String> parameters = new TreeMap<>();
        parameters.put("AccountSid", twilio.accountSid());
        parameters.put("ApiVersion", "2010-04-01");
        parameters.put(
                "From", submission.from() == null ? twilio.serviceNumber() : submission.from());
        parameters.put("MessageSid", message.sid());
        parameters.put("MessageStatus", step.status().wireName());
        parameters.put("SmsSid", message.sid());
        parameters.put("SmsStatus", step.status().wireName());
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
