package io.countersign.voice.number;

import io.countersign.channel.settings.Setting;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From which numbers the channel calls, and how.
 *
 * @param numbers of ours at the provider, in E.164 form and with commas between them; the last four
 *     digits of the one that calls are the code; no default
 * @param minEndings how many different last four digits the numbers must have at least, 10 to 10
 *     000; a guess is right once in so many times
 * @param spokenOnly whether calls only read codes out; then few numbers are enough, and a call
 *     whose number would be the code is refused
 * @param ringWindow how long a phone rings, 5 s to 60 s; operators may add about five seconds
 */
@ConfigurationProperties("countersign.voice")
public record VoiceSettings(
        @DefaultValue("") List<String> numbers,
        @DefaultValue("100") int minEndings,
        @DefaultValue("false") boolean spokenOnly,
        @DefaultValue("20s") Duration ringWindow) {

    private static final Setting NUMBERS = new Setting("countersign.voice.numbers");

    /**
     * @throws io.countersign.channel.settings.WrongSetting naming the first that is wrong
     */
    public VoiceSettings {
        numbers = List.copyOf(numbers);
        new Setting("countersign.voice.min-endings").mustLieBetween(10, 10_000, minEndings);
        new Setting("countersign.voice.ring-window")
                .mustLieBetween(Duration.ofSeconds(5), Duration.ofSeconds(60), ringWindow);
        NUMBERS.must(!numbers.isEmpty(), "is missing");
        checkEach(numbers);
        checkEndings(numbers, minEndings, spokenOnly);
    }

    public List<CallingNumber> pool() {
        return numbers.stream().map(CallingNumber::new).toList();
    }

    private static void checkEach(List<String> numbers) {
        Map<String, Integer> seen = new HashMap<>();
        for (int position = 1; position <= numbers.size(); position++) {
            String number = numbers.get(position - 1);
            NUMBERS.must(
                    CallingNumber.isNumber(number),
                    "must hold numbers such as +12015550123, and entry %d is none"
                            .formatted(position));
            @Nullable Integer first = seen.putIfAbsent(number, position);
            NUMBERS.must(
                    first == null,
                    "holds the same number as entry %d and as entry %d".formatted(first, position));
        }
    }

    private static void checkEndings(List<String> numbers, int least, boolean spokenOnly) {
        long endings = endings(numbers);
        NUMBERS.must(
                spokenOnly || endings >= least,
                ("has %d different endings, but a call whose number is the code needs"
                                + " countersign.voice.min-endings=%d of them; add numbers, or set"
                                + " countersign.voice.spoken-only=true to have codes read out"
                                + " instead")
                        .formatted(endings, least));
    }

    private static long endings(List<String> numbers) {
        return numbers.stream()
                .map(number -> new CallingNumber(number).ending())
                .distinct()
                .count();
    }

    /** What a call's code is worth against a guesser, for the operator who starts the worker. */
    public String chanceOfAGuess() {
        long endings = endings(numbers);
        return spokenOnly
                ? "Codes are read out: a guess is right once in a million times"
                : String.format(
                        Locale.ROOT,
                        "The numbers have %d different endings: a guess at a call's code is right"
                                + " once in %d times, and one of three with a chance of %.1f %%",
                        endings,
                        endings,
                        300.0 / endings);
    }

    /** Prints only how many numbers there are. */
    @Override
    public String toString() {
        return "VoiceSettings[" + numbers.size() + " numbers]";
    }
}
