package io.countersign.email.letter;

/**
 * A notice in words. Does not print: a link in it may let its reader continue.
 *
 * @param language BCP 47 tag of the language that it is in
 * @param subject one line
 * @param text as plain text, lines ending with {@code \n}
 * @param html the same as a document of its own that loads nothing from elsewhere
 */
public record Letter(String language, String subject, String text, String html) {

    @Override
    public String toString() {
        return "Letter[" + language + ", " + subject + "]";
    }
}
