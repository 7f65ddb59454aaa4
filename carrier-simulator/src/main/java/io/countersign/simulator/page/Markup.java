package io.countersign.simulator.page;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders one part of a page with the same template that the page uses. */
@Component
public class Markup {

    private final ITemplateEngine templates;

    Markup(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** The template and the fragment in it bear the name under which the part is known in it. */
    public String of(String name, Object part) {
        return templates.process(
                name, Set.of(name), new Context(Locale.ENGLISH, Map.of(name, part)));
    }
}
