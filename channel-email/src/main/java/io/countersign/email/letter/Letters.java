package io.countersign.email.letter;

import io.countersign.events.content.Fact;
import io.countersign.events.content.Message.Notice;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes letters from {@code letter.html} and {@code letter.txt}; no other link than the fact. */
public final class Letters {

    private static final String FOLDER = "io/countersign/email/letter/";

    private final String siteHost;
    private final TemplateEngine templates = new TemplateEngine();

    /**
     * @param siteHost the host name of the site that the account is on
     */
    public Letters(String siteHost) {
        this.siteHost = siteHost;
        templates.addTemplateResolver(resolver(".html", TemplateMode.HTML));
        templates.addTemplateResolver(resolver(".txt", TemplateMode.TEXT));
    }

    /**
     * In the person's language, or in English if we do not have it.
     *
     * @throws IllegalArgumentException when the notice's link is none that a browser opens
     */
    public Letter write(Notice notice, Locale locale) {
        Language language = Language.of(locale);
        Context words = new Context(locale, words(notice, language));
        return new Letter(
                language.tag(),
                language.say(FactLines.key(notice.notice()) + ".subject"),
                templates.process(FOLDER + "letter.txt", words),
                templates.process(FOLDER + "letter.html", words));
    }

    private Map<String, Object> words(Notice notice, Language language) {
        String kind = FactLines.key(notice.notice());
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("language", language.tag());
        words.put("subject", language.say(kind + ".subject"));
        words.put("text", language.say(kind + ".text"));
        words.put("facts", new FactLines(language).of(notice));
        words.put("advice", language.say(kind + ".advice"));
        words.put("action", language.say(kind + ".action"));
        words.put("link", link(notice));
        words.put("copy", language.say("letter.copy"));
        words.put("footer", language.say("letter.footer").formatted(siteHost));
        return words;
    }

    private static String link(Notice notice) {
        URI link = URI.create(Objects.requireNonNull(notice.facts().get(Fact.LINK), "link"));
        if (link.getHost() == null
                || !("https".equals(link.getScheme()) || "http".equals(link.getScheme()))) {
            throw new IllegalArgumentException("not a link that a browser opens");
        }
        return link.toASCIIString();
    }

    private static ClassLoaderTemplateResolver resolver(String suffix, TemplateMode mode) {
        ClassLoaderTemplateResolver resolver =
                new ClassLoaderTemplateResolver(Letters.class.getClassLoader());
        resolver.getResolvablePatternSpec().addPattern("*" + suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
