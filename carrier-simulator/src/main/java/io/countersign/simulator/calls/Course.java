package io.countersign.simulator.calls;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Takes one call from its acceptance to its end. */
final class Course {

    private final CallingParty caller;
    private final CallOrders line;
    private final Calls calls;
    private final Pace pace;
    private Call call;

    Course(Call call, CallingParty caller, CallOrders line, Calls calls, Pace pace) {
        this.call = call;
        this.caller = caller;
        this.line = line;
        this.calls = calls;
        this.pace = pace;
    }

    /** How fast it goes. */
    record Pace(SimulatedCallSettings settings, Clock clock) {}

    void follow(Fate fate) throws InterruptedException {
        if (givenUpWithin(pace.settings().initiatedAfter())) {
            return;
        }
        move(SimulatedCallStatus.INITIATED, CallEvent.INITIATED);
        Duration reach =
                fate == Fate.NEVER_RINGS
                        ? call.dialling().patience()
                        : pace.settings().ringingAfter();
        if (givenUpWithin(reach)) {
            return;
        }
        switch (fate) {
            case USUAL -> ring(Order.RINGING, call.dialling().patience());
            case NO_ANSWER -> ring(Order.BEFORE_RINGING, call.dialling().patience());
            case REJECTED -> {
                line.give(Order.REJECT);
                ring(Order.RINGING, call.dialling().patience());
            }
            case BUSY -> end(SimulatedCallStatus.BUSY);
            case FAILED -> end(SimulatedCallStatus.FAILED);
            case NEVER_RINGS -> end(SimulatedCallStatus.NO_ANSWER);
        }
    }

    private boolean givenUpWithin(Duration length) throws InterruptedException {
        boolean givenUp = line.await(Order.BEFORE_RINGING, length).isPresent();
        if (givenUp) {
            end(SimulatedCallStatus.CANCELED);
        }
        return givenUp;
    }

    private void ring(Set<Order> heeded, Duration patience) throws InterruptedException {
        move(SimulatedCallStatus.RINGING, CallEvent.RINGING);
        Optional<Order> order = line.await(heeded, patience);
        if (order.isEmpty()) {
            end(SimulatedCallStatus.NO_ANSWER);
            return;
        }
        switch (order.get()) {
            case ANSWER -> talk();
            case REJECT, HANG_UP -> end(SimulatedCallStatus.BUSY);
            case CANCEL, COMPLETE -> end(SimulatedCallStatus.CANCELED);
        }
    }

    private void talk() throws InterruptedException {
        move(SimulatedCallStatus.IN_PROGRESS, CallEvent.ANSWERED);
        for (Verb verb : caller.script(call)) {
            if (hungUpDuring(verb)) {
                break;
            }
        }
        end(SimulatedCallStatus.COMPLETED);
    }

    private boolean hungUpDuring(Verb verb) throws InterruptedException {
        return switch (verb) {
            case Verb.Say say -> hungUpDuring(say);
            case Verb.Pause(Duration length) -> line.await(Order.TALKING, length).isPresent();
            case Verb.Hangup() -> true;
        };
    }

    private boolean hungUpDuring(Verb.Say say) throws InterruptedException {
        int words = say.text().split("\\s+", -1).length;
        for (int time = 0; time < say.times(); time++) {
            call = calls.change(call, current -> current.hearing(say.text()));
            if (line.await(Order.TALKING, pace.settings().wordsTake().multipliedBy(words))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private void end(SimulatedCallStatus status) {
        move(status, CallEvent.COMPLETED);
    }

    private void move(SimulatedCallStatus status, CallEvent event) {
        call = calls.change(call, current -> current.at(status, pace.clock().instant()));
        caller.hear(event, call);
    }
}
