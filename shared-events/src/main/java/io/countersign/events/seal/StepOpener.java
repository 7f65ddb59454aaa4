package io.countersign.events.seal;

import io.countersign.events.DeliveryRequested;
import io.countersign.events.RouteStep;
import java.security.GeneralSecurityException;
import tools.jackson.core.JacksonException;

/** Opens the steps of one channel; that channel's workers hold one. */
public final class StepOpener {

    private final SealingKeys keys;
    private final ContentJson json = new ContentJson();

    public StepOpener(SealingKeys keys) {
        this.keys = keys;
    }

    /**
     * Opens the request's current step and, where it must have been handed over, checks that it
     * was.
     */
    public OpenedStep open(DeliveryRequested request) {
        RouteStep step = request.currentStep();
        if (!keys.knows(step.keyId())) {
            return new OpenedStep.Rejected(
                    "sealed with a key that is not in this channel's keyset");
        }
        try {
            var content =
                    json.read(keys.decrypt(step.sealed(), request.binding().associatedData()));
            if (content.baton() != null
                    && (request.baton() == null || !content.baton().matches(request.baton()))) {
                return new OpenedStep.Rejected("not handed over by the step before");
            }
            return new OpenedStep.Authentic(content);
        } catch (GeneralSecurityException e) {
            return new OpenedStep.Rejected("the seal does not fit the event around it");
        } catch (JacksonException e) {
            return new OpenedStep.Rejected("sealed content of an unknown form");
        }
    }
}
