package io.countersign.telegram.edit;

import io.countersign.challenge.store.Changes;
import io.countersign.challenge.store.Changes.Registration;
import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.channel.followup.FollowUps;
import io.countersign.events.id.DeliveryId;
import io.countersign.telegram.prompt.OpenPrompts;
import io.countersign.telegram.prompt.Prompt;
import io.countersign.telegram.prompt.Prompts;
import io.countersign.telegram.prompt.Question;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Has questions looked at as soon as anything about their challenge changes, and also now and then,
 * by the first worker to get there.
 */
final class Watch implements OpenPrompts {

    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);

    private final Prompts prompts;
    private final FollowUps due;
    private final Changes changes;
    private final Clock clock;
    private final Map<DeliveryId, Watched> watched = new ConcurrentHashMap<>();

    private record Watched(Registration registration, Instant deadline) {}

    /**
     * @param clock tells when nothing can change any more, and decides nothing
     */
    Watch(Prompts prompts, FollowUps due, Changes changes, Clock clock) {
        this.prompts = prompts;
        this.due = due;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public void opened(Prompt prompt) {
        forgetWhatIsOver();
        Question question = prompt.question();
        prompts.keep(prompt);
        due.schedule(question.delivery(), Editor.NOTHING, FIRST_LOOK);
        Registration registration =
                changes.onChange(question.challenge(), () -> hurry(question.delivery()));
        watched.put(question.delivery(), new Watched(registration, prompt.deadline()));
    }

    /** Ends with those whose deadline has passed. */
    private void forgetWhatIsOver() {
        Instant now = clock.instant();
        watched.forEach(
                (delivery, one) -> {
                    if (one.deadline().isBefore(now) && watched.remove(delivery, one)) {
                        one.registration().close();
                    }
                });
    }

    /** A change that cannot be followed now is seen at the next look. */
    private void hurry(DeliveryId delivery) {
        try {
            due.hurry(delivery);
        } catch (StoreUnavailable e) {
            return;
        }
    }
}
