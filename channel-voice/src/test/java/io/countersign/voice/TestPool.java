package io.countersign.voice;

import io.countersign.voice.number.CallingNumber;
import java.util.List;
import java.util.stream.IntStream;

/** Numbers that North America's numbering plan keeps for fiction. */
public final class TestPool {

    private TestPool() {}

    /** A hundred numbers, each with an ending of its own. */
    public static List<String> ofHundred() {
        return IntStream.range(0, 100).mapToObj("+121255501%02d"::formatted).toList();
    }

    /** Of the hundred, the first ones. */
    public static List<CallingNumber> first(int count) {
        return ofHundred().stream().limit(count).map(CallingNumber::new).toList();
    }
}
