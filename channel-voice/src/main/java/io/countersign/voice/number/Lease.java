package io.countersign.voice.number;

/**
 * A number for one call.
 *
 * @param again whether the call had it before already
 */
public record Lease(CallingNumber number, boolean again) {}
