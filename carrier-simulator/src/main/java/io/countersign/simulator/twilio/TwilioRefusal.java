package io.countersign.simulator.twilio;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.countersign.simulator.requests.RequestOutcome;
import org.springframework.http.ResponseEntity;

/** The body of Twilio's answer to a request that it did not grant. */
public record TwilioRefusal(
        int code, String message, @JsonProperty("more_info") String moreInfo, int status) {

    /** The answer that carries it. */
    public ResponseEntity<Object> reply() {
        return ResponseEntity.status(status).body(this);
    }

    /** What it means in the log of requests. */
    public RequestOutcome outcome() {
        return new RequestOutcome.Refused(status, code);
    }

    @Override
    public String toString() {
        return "TwilioRefusal[" + code + "]";
    }
}
