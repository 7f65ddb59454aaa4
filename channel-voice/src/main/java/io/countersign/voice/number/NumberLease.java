package io.countersign.voice.number;

/**
 * A number for one call.
 *
 * @param again whether the call had it before already
 */
public record NumberLease(CallingNumber number, boolean again) {}
