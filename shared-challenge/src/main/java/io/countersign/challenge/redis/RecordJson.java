package io.countersign.challenge.redis;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.countersign.challenge.Approved;
import io.countersign.challenge.Challenge;
import io.countersign.challenge.Denied;
import io.countersign.challenge.Expired;
import io.countersign.challenge.Locked;
import io.countersign.challenge.Pending;
import io.countersign.delivery.Claimed;
import io.countersign.delivery.Delivered;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Failed;
import io.countersign.delivery.Queued;
import io.countersign.delivery.Ringing;
import io.countersign.delivery.Sent;
import io.countersign.delivery.TooLate;
import io.countersign.delivery.Unknown;
import tools.jackson.databind.json.JsonMapper;

/** The JSON form of the records; {@code state} names the type. */
final class RecordJson {

    private final JsonMapper json =
            JsonMapper.builder()
                    .addMixIn(Challenge.class, ChallengeStates.class)
                    .addMixIn(Delivery.class, DeliveryStates.class)
                    .build();

    String write(Challenge challenge) {
        return json.writerFor(Challenge.class).writeValueAsString(challenge);
    }

    String write(Delivery delivery) {
        return json.writerFor(Delivery.class).writeValueAsString(delivery);
    }

    Challenge challenge(String text) {
        return json.readValue(text, Challenge.class);
    }

    Delivery delivery(String text) {
        return json.readValue(text, Delivery.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Pending.class, name = "PENDING"),
        @JsonSubTypes.Type(value = Approved.class, name = "APPROVED"),
        @JsonSubTypes.Type(value = Denied.class, name = "DENIED"),
        @JsonSubTypes.Type(value = Locked.class, name = "LOCKED"),
        @JsonSubTypes.Type(value = Expired.class, name = "EXPIRED")
    })
    private interface ChallengeStates {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Queued.class, name = "QUEUED"),
        @JsonSubTypes.Type(value = Claimed.class, name = "CLAIMED"),
        @JsonSubTypes.Type(value = Sent.class, name = "SENT"),
        @JsonSubTypes.Type(value = Ringing.class, name = "RINGING"),
        @JsonSubTypes.Type(value = Delivered.class, name = "DELIVERED"),
        @JsonSubTypes.Type(value = Failed.class, name = "FAILED"),
        @JsonSubTypes.Type(value = Unknown.class, name = "UNKNOWN"),
        @JsonSubTypes.Type(value = TooLate.class, name = "TOO_LATE")
    })
    private interface DeliveryStates {}
}
