package io.countersign.simulator.twilio;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The body of Twilio's answer to a request that it did not grant. */
public record TwilioRefusal(
        int code, String message, @JsonProperty("more_info") String moreInfo, int status) {

    @Override
    public String toString() {
        return "TwilioRefusal[" + code + "]";
    }
}
