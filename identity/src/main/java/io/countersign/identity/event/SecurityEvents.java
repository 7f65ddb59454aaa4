package io.countersign.identity.event;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where use cases announce what happens to an account. */
@Component
public class SecurityEvents {

    private final ApplicationEventPublisher publisher;

    public SecurityEvents(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    /**
     * Announces it to all listeners, in the transaction that causes it. They have done their part
     * when this returns; if one fails, the transaction rolls back.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(SecurityEvent event) {
        publisher.publishEvent(event);
    }
}
