package io.countersign.simulator.twilio.callback;

import static io.countersign.simulator.sms.MessageStatus.DELIVERED;
import static io.countersign.simulator.sms.MessageStatus.FAILED;
import static io.countersign.simulator.sms.MessageStatus.QUEUED;
import static io.countersign.simulator.sms.MessageStatus.SENT;
import static io.countersign.simulator.sms.MessageStatus.UNDELIVERED;

import io.countersign.simulator.sms.MessageStatus;
import io.countersign.simulator.sms.Submission;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a message, and what is reported of it.
 *
 * @param course the states it passes through
 * @param reports the callbacks, in the order in which they are made
 */
public record StatusPlan(List<Step> course, List<Step> reports) {

    /** Twilio's code for a message that waited longer than its validity period. */
    private static final int VALIDITY_PERIOD_EXPIRED = 30036;

    /**
     * One state.
     *
     * @param after from the message's acceptance
     * @param errorCode Twilio's code of the failure, null without one
     */
    record Step(Duration after, MessageStatus status, @Nullable Integer errorCode) {

        Step at(Duration time) {
            return new Step(time, status, errorCode);
        }
    }

    /** The usual course: the message arrives, if it can be sent before it expires. */
    static StatusPlan usual(Submission submission, CallbackSettings delays) {
        Step queued = new Step(delays.queuedAfter(), QUEUED, null);
        if (submission.validity().compareTo(delays.sentAfter()) < 0) {
            return honest(queued, new Step(delays.sentAfter(), FAILED, VALIDITY_PERIOD_EXPIRED));
        }
        return honest(
                queued,
                new Step(delays.sentAfter(), SENT, null),
                new Step(delays.deliveredAfter(), DELIVERED, null));
    }

    /** The message leaves and does not arrive. */
    public StatusPlan undelivered(int errorCode) {
        return honest(
                course.stream()
                        .map(
                                step ->
                                        step.status() == DELIVERED
                                                ? new Step(step.after(), UNDELIVERED, errorCode)
                                                : step)
                        .toArray(Step[]::new));
    }

    public StatusPlan unreported() {
        return new StatusPlan(course, List.of());
    }

    public StatusPlan reportedTwice() {
        return new StatusPlan(
                course, reports.stream().flatMap(step -> Stream.of(step, step)).toList());
    }

    public StatusPlan reportedBackwards() {
        Duration end = reports.getLast().after();
        return new StatusPlan(
                course, reports.reversed().stream().map(step -> step.at(end)).toList());
    }

    /** Everything at the moment of acceptance. */
    public StatusPlan atOnce() {
        return new StatusPlan(immediate(course), immediate(reports));
    }

    private static List<Step> immediate(List<Step> steps) {
        return steps.stream().map(step -> step.at(Duration.ZERO)).toList();
    }

    private static StatusPlan honest(Step... course) {
        return new StatusPlan(List.of(course), List.of(course));
    }
}
