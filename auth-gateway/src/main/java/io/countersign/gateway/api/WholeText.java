package io.countersign.gateway.api;

import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * Text that can be kept: a surrogate without its other half is no character, and no database takes
 * U+0000.
 */
final class WholeText extends StringDeserializer {

    private static final Pattern NONE = Pattern.compile("[\\p{Cs}\\u0000]");

    /** Nothing of the text is repeated: it may be a password. */
    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (text != null && NONE.matcher(text).find()) {
            context.reportInputMismatch(this, "not a text");
        }
        return text;
    }
}
