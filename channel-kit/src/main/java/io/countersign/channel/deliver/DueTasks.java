package io.countersign.channel.deliver;

import io.countersign.channel.followup.FollowUp;
import io.countersign.channel.followup.FollowUpSeal;
import io.countersign.channel.followup.FollowUpTask;
import io.countersign.events.seal.OpenedStep;
import io.countersign.events.seal.StepOpener;
import java.util.Optional;

/** Reads from a follow-up that is due which delivery it is about. */
public record DueTasks(FollowUpSeal followUpSeal, StepOpener opener) {

    /** Empty for what was not sealed by this channel's workers and by the gateway. */
    Optional<DeliveryTask> open(FollowUp due) {
        return followUpSeal.open(due).flatMap(this::open);
    }

    private Optional<DeliveryTask> open(FollowUpTask followUpTask) {
        return switch (opener.open(followUpTask.request())) {
            case OpenedStep.Authentic(var content) ->
                    Optional.of(
                            new DeliveryTask(
                                    followUpTask.request(), content, followUpTask.attempt()));
            case OpenedStep.Rejected _ -> Optional.empty();
        };
    }
}
