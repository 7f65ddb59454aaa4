package io.countersign.simulator.requests;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** What became of a request, seen from the provider's side. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public sealed interface RequestOutcome {

    /**
     * The provider took the message and will carry it.
     *
     * @param answered false if the client never gets an answer
     */
    @JsonTypeName("accepted")
    record Accepted(String sid, boolean answered) implements RequestOutcome {}

    /**
     * The provider did not take the message and said so.
     *
     * @param status of HTTP
     * @param code of the provider
     */
    @JsonTypeName("refused")
    record Refused(int status, int code) implements RequestOutcome {}

    /** The provider did not take the message and said nothing. */
    @JsonTypeName("ignored")
    record Ignored() implements RequestOutcome {}
}
