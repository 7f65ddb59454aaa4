package io.countersign.simulator.handset;

import io.countersign.simulator.sms.TextMessage;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders one message with the same template that the page uses. */
@Component
class Markup {

    private final ITemplateEngine templates;

    Markup(ITemplateEngine templates) {
        this.templates = templates;
    }

    String of(TextMessage message) {
        return templates.process(
                "bubble",
                Set.of("bubble"),
                new Context(Locale.ENGLISH, Map.of("bubble", Bubble.of(message))));
    }
}
