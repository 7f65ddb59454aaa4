package io.countersign.events.content;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What is to be told; the worker puts it into words. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Message.Code.class, name = "code"),
    @JsonSubTypes.Type(value = Message.SpokenCode.class, name = "spoken-code"),
    @JsonSubTypes.Type(value = Message.CallingNumber.class, name = "calling-number"),
    @JsonSubTypes.Type(value = Message.Confirmation.class, name = "confirmation"),
    @JsonSubTypes.Type(value = Message.Notice.class, name = "notice")
})
public sealed interface Message {

    /** A code to type into the page that asked for it. */
    record Code(OneTimeCode code) implements Message {}

    /** The same, read out to the person who picks up the phone. */
    record SpokenCode(OneTimeCode code) implements Message {}

    /** A call whose number's last four digits are the code; the worker chooses the number. */
    record CallingNumber() implements Message {}

    /**
     * The question whether it is this person who signs in: one of the numbers is on their page, and
     * only the gateway knows which.
     *
     * @param numbers to choose from, 10 to 99, in the order to show them
     * @param facts about the attempt
     */
    record Confirmation(List<Integer> numbers, Map<Fact, String> facts) implements Message {

        /**
         * @throws IllegalArgumentException unless there are three different numbers of two digits
         */
        public Confirmation {
            numbers = List.copyOf(numbers);
            facts = Map.copyOf(facts);
            if (numbers.size() != 3
                    || new HashSet<>(numbers).size() != 3
                    || numbers.stream().anyMatch(number -> number < 10 || number > 99)) {
                throw new IllegalArgumentException("three different numbers from 10 to 99");
            }
        }

        @Override
        public String toString() {
            return "Confirmation[]";
        }
    }

    /** Something to tell that needs no answer. */
    record Notice(NoticeKind notice, Map<Fact, String> facts) implements Message {

        /**
         * @throws IllegalArgumentException when a fact is missing that the notice needs
         */
        public Notice {
            facts = Map.copyOf(facts);
            if (!facts.keySet().containsAll(notice.needs())) {
                throw new IllegalArgumentException(notice + " needs " + notice.needs());
            }
        }

        /** Its facts are left out: a link among them may let its reader continue. */
        @Override
        public String toString() {
            return "Notice[" + notice + "]";
        }
    }
}
