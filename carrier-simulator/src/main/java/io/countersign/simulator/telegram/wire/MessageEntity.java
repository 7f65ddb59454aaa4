package io.countersign.simulator.telegram.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A part of a text with a meaning.
 *
 * @param type such as {@code bold}
 * @param offset in UTF-16 code units
 * @param length in UTF-16 code units
 * @param url only of a {@code text_link}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageEntity(String type, int offset, int length, @Nullable String url) {}
