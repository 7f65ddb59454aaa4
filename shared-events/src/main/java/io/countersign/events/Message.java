package io.countersign.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What is to be told; the worker puts it into words. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes(@JsonSubTypes.Type(value = Message.Code.class, name = "code"))
public sealed interface Message {

    /** A code to type into the page that asked for it. */
    record Code(OneTimeCode code) implements Message {}
}
