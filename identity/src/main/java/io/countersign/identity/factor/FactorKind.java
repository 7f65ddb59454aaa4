package io.countersign.identity.factor;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a factor is; each kind names itself.
 *
 * @param name on the wire, and in the keys of its messages, such as {@code factor.<name>}
 */
public record FactorKind(@JsonValue String name) {}
