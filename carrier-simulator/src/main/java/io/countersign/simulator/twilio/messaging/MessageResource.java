package io.countersign.simulator.twilio.messaging;

import io.countersign.simulator.sms.AcceptedSms;
import io.countersign.simulator.sms.MessageStatus;
import io.countersign.simulator.sms.Segments;
import io.countersign.simulator.sms.Submission;
import io.countersign.simulator.twilio.SimulatedTwilioSettings;
import io.countersign.simulator.twilio.TwilioAccess;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A message as Twilio shows it: the schema {@code api.v2010.account.message} of its OpenAPI
 * description. Dates are in the form of RFC 2822.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record MessageResource(
        String accountSid,
        String apiVersion,
        String body,
        String dateCreated,
        @Nullable String dateSent,
        String dateUpdated,
        String direction,
        @Nullable Integer errorCode,
        @Nullable String errorMessage,
        @Nullable String from,
        @Nullable String messagingServiceSid,
        String numMedia,
        String numSegments,
        @Nullable String price,
        String priceUnit,
        String sid,
        MessageStatus status,
        Map<String, String> subresourceUris,
        String to,
        String uri) {

    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    static MessageResource of(AcceptedSms message, SimulatedTwilioSettings account) {
        Submission submission = message.submission();
        boolean unassigned = message.progress().status() == MessageStatus.ACCEPTED;
        String base = TwilioAccess.ROOT + "/Accounts/" + account.accountSid() + "/Messages/";
        return new MessageResource(
                account.accountSid(),
                "2010-04-01",
                submission.body(),
                date(message.receivedAt()),
                message.progress().sentAt() == null ? null : date(message.progress().sentAt()),
                date(message.progress().updatedAt()),
                "outbound-api",
                message.progress().errorCode(),
                errorMessage(message.progress().errorCode()),
                sender(submission, unassigned, account),
                submission.messagingServiceSid(),
                "0",
                unassigned ? "0" : Integer.toString(Segments.count(submission.body())),
                null,
                "USD",
                message.sid(),
                message.progress().status(),
                Map.of("media", base + message.sid() + "/Media.json"),
                submission.to().e164(),
                base + message.sid() + ".json");
    }

    private static @Nullable String sender(
            Submission submission, boolean unassigned, SimulatedTwilioSettings account) {
        return submission.from() != null || unassigned
                ? submission.from()
                : account.serviceNumber();
    }

    private static @Nullable String errorMessage(@Nullable Integer code) {
        return switch (code) {
            case null -> null;
            case 30003 -> "Unreachable destination handset";
            case 30004 -> "Message blocked";
            case 30005 -> "Unknown destination handset";
            case 30006 -> "Landline or unreachable carrier";
            case 30007 -> "Carrier violation";
            case 30036 -> "Validity Period Expired";
            default -> "Unknown error";
        };
    }

    private static String date(Instant instant) {
        return RFC_2822.format(instant);
    }

    @Override
    public String toString() {
        return "MessageResource[" + sid + "]";
    }
}
