package io.countersign.simulator.twilio.voice;

import io.countersign.simulator.calls.Call;
import io.countersign.simulator.calls.SimulatedCallStatus;
import io.countersign.simulator.sms.PhoneNumber;
import io.countersign.simulator.twilio.SimulatedTwilioSettings;
import io.countersign.simulator.twilio.TwilioAccess;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A call as Twilio shows it: the schema {@code api.v2010.account.call} of its OpenAPI description.
 * Dates are in the form of RFC 2822.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record CallResource(
        String accountSid,
        @Nullable String annotation,
        @Nullable String answeredBy,
        String apiVersion,
        @Nullable String callerName,
        String dateCreated,
        String dateUpdated,
        String direction,
        @Nullable String duration,
        @Nullable String endTime,
        @Nullable String forwardedFrom,
        String from,
        String fromFormatted,
        @Nullable String groupSid,
        @Nullable String parentCallSid,
        @Nullable String phoneNumberSid,
        @Nullable String price,
        String priceUnit,
        String queueTime,
        String sid,
        @Nullable String startTime,
        SimulatedCallStatus status,
        Map<String, String> subresourceUris,
        String to,
        String toFormatted,
        @Nullable String trunkSid,
        String uri) {

    private static final Map<String, String> SUBRESOURCES =
            List.of(
                            "Events",
                            "Notifications",
                            "Payments",
                            "Recordings",
                            "Siprec",
                            "Streams",
                            "Transcriptions",
                            "UserDefinedMessageSubscriptions",
                            "UserDefinedMessages")
                    .stream()
                    .collect(Collectors.toMap(CallResource::snakeCase, Function.identity()));

    static CallResource of(Call call, SimulatedTwilioSettings account) {
        PhoneNumber from = call.dialling().from();
        String base =
                TwilioAccess.ROOT + "/Accounts/" + account.accountSid() + "/Calls/" + call.sid();
        return new CallResource(
                account.accountSid(),
                null,
                null,
                "2010-04-01",
                null,
                CallParameters.RFC_2822.format(call.createdAt()),
                CallParameters.RFC_2822.format(call.updatedAt()),
                "outbound-api",
                call.endedAt() == null ? null : Long.toString(call.duration().toSeconds()),
                date(call.endedAt()),
                null,
                from.e164(),
                formatted(from),
                null,
                null,
                null,
                null,
                "USD",
                "0",
                call.sid(),
                call.status() == SimulatedCallStatus.QUEUED ? null : date(call.createdAt()),
                call.status() == SimulatedCallStatus.INITIATED
                        ? SimulatedCallStatus.QUEUED
                        : call.status(),
                SUBRESOURCES.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> base + "/" + entry.getValue() + ".json")),
                call.to().e164(),
                formatted(call.to()),
                null,
                base + ".json");
    }

    /** As it is written in the country, which is done for North America only. */
    private static String formatted(PhoneNumber number) {
        return number.e164().replaceFirst("^\\+1(\\d{3})(\\d{3})(\\d{4})$", "($1) $2-$3");
    }

    private static @Nullable String date(@Nullable Instant instant) {
        return instant == null ? null : CallParameters.RFC_2822.format(instant);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String toString() {
        return "CallResource[" + sid + "]";
    }
}
