package io.countersign.email.letter;

import io.countersign.events.content.Fact;
import io.countersign.events.content.Message.Notice;
import io.countersign.events.content.NoticeKind;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A notice's facts as a person reads them: a label and a value each. */
final class FactLines {

    private static final List<Fact> IN_ORDER =
            List.of(
                    Fact.AT,
                    Fact.METHOD,
                    Fact.OUTCOME,
                    Fact.COUNT,
                    Fact.FACTOR,
                    Fact.EMAIL,
                    Fact.DEVICE,
                    Fact.ADDRESS,
                    Fact.PLACE,
                    Fact.UNTIL);

    private final Language language;

    FactLines(Language language) {
        this.language = language;
    }

    /** All facts that the notice has but its link, by their labels. */
    Map<String, String> of(Notice notice) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (Fact fact : IN_ORDER) {
            String value = notice.facts().get(fact);
            if (value != null) {
                lines.put(label(notice.notice(), fact), words(fact, value));
            }
        }
        return lines;
    }

    private String label(NoticeKind kind, Fact fact) {
        return language.find(key(kind) + "." + key(fact))
                .orElseGet(() -> language.say("fact." + key(fact)));
    }

    private String words(Fact fact, String value) {
        return switch (fact) {
            case AT, UNTIL -> moment(value);
            case METHOD -> language.find("method." + value).orElseGet(() -> Inert.text(value));
            case OUTCOME -> language.find("outcome." + value).orElseGet(() -> Inert.text(value));
            case ADDRESS, COUNT, EMAIL -> Inert.line(value);
            case DEVICE, PLACE, FACTOR, LINK -> Inert.text(value);
        };
    }

    private String moment(String iso) {
        try {
            return language.moment(Instant.parse(iso));
        } catch (DateTimeParseException e) {
            return Inert.line(iso);
        }
    }

    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
