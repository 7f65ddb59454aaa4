package io.countersign.identity.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The passwords that people choose most often, and simple variations of them. */
final class CommonPasswords {

    private static final int FEW_CHARACTERS = 4;

    private final Set<String> list;

    private CommonPasswords(Set<String> list) {
        this.list = list;
    }

    static CommonPasswords read() {
        try (InputStream resource =
                        Objects.requireNonNull(
                                CommonPasswords.class.getResourceAsStream("common-passwords.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(resource, UTF_8))) {
            return new CommonPasswords(
                    lines.lines()
                            .filter(line -> !line.startsWith("#"))
                            .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is one of them, two of them in a row, or little more than one key repeated. */
    boolean cover(String lowerCase) {
        return list.contains(lowerCase)
                || lowerCase.chars().distinct().count() <= FEW_CHARACTERS
                || IntStream.range(1, lowerCase.length())
                        .anyMatch(
                                cut ->
                                        list.contains(lowerCase.substring(0, cut))
                                                && list.contains(lowerCase.substring(cut)));
    }
}
