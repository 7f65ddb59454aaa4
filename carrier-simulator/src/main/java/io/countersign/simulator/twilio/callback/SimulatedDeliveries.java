package io.countersign.simulator.twilio.callback;

import io.countersign.simulator.sms.AcceptedSms;
import io.countersign.simulator.sms.Submission;
import io.countersign.simulator.sms.TextMessages;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;

/** Carries messages along their plans. Each has virtual threads of its own and delays no other. */
@Component
public class SimulatedDeliveries {

    private final TextMessages messages;
    private final StatusCallback callback;
    private final CallbackSettings settings;

    SimulatedDeliveries(TextMessages messages, StatusCallback callback, CallbackSettings settings) {
        this.messages = messages;
        this.callback = callback;
        this.settings = settings;
    }

    public StatusPlan usualPlan(Submission submission) {
        return StatusPlan.usual(submission, settings);
    }

    /** Returns at once; the rest happens in its time. */
    public void start(AcceptedSms message, StatusPlan plan) {
        Thread.startVirtualThread(() -> walk(plan.course(), step -> advance(message, step)));
        URI url = message.submission().statusCallback();
        if (url != null) {
            Thread.startVirtualThread(
                    () -> walk(plan.reports(), step -> callback.report(url, message, step)));
        }
    }

    /** Returns when the plan has come to its end. */
    public void finish(AcceptedSms message, StatusPlan plan) {
        walk(plan.course(), step -> advance(message, step));
        URI url = message.submission().statusCallback();
        if (url != null) {
            walk(plan.reports(), step -> callback.report(url, message, step));
        }
    }

    private void advance(AcceptedSms message, StatusPlan.Step step) {
        messages.advance(message.sid(), step.status(), step.errorCode());
    }

    private static void walk(List<StatusPlan.Step> steps, Walker walker) {
        long start = System.nanoTime();
        try {
            for (StatusPlan.Step step : steps) {
                Thread.sleep(step.after().minusNanos(System.nanoTime() - start));
                walker.take(step);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Walker {
        void take(StatusPlan.Step step) throws InterruptedException;
    }
}
