package io.countersign.channel.sealed;

/**
 * One value's place.
 *
 * @param name holds nothing secret
 * @param form a record that is the value
 */
public record Key<T>(String name, Class<T> form) {}
