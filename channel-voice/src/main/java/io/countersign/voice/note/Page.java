package io.countersign.voice.note;

import java.time.Duration;

/**
 * One note's place.
 *
 * @param name holds nothing secret
 * @param form a record that is what the note says
 * @param kept how long the note outlives its last change
 */
public record Page<T>(String name, Class<T> form, Duration kept) {}
