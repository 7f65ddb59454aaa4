package io.countersign.simulator.calls;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Connects calls, each on a virtual thread of its own, and passes orders on to them. */
@Component
public class TelephoneExchange {

    private final Map<String, CallOrders> lines = new ConcurrentHashMap<>();
    private final Calls calls;
    private final SimulatedCallSettings settings;
    private final Clock clock;

    TelephoneExchange(Calls calls, SimulatedCallSettings settings, Clock clock) {
        this.calls = calls;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns at once with the call, which is queued. */
    public Call dial(String sid, Dialling dialling, Fate fate, CallingParty caller) {
        Call call = Call.queued(sid, dialling, clock.instant());
        CallOrders line = new CallOrders();
        calls.add(call);
        lines.put(sid, line);
        Course course = new Course(call, caller, line, calls, new Course.Pace(settings, clock));
        Thread.startVirtualThread(() -> follow(course, fate, sid));
        return call;
    }

    /** Returns whether the call is in a state in which the order makes sense. */
    public boolean give(String sid, Order order) {
        CallOrders line = lines.get(sid);
        boolean fits = calls.withSid(sid).filter(call -> order.fits(call.status())).isPresent();
        if (line == null || !fits) {
            return false;
        }
        line.give(order);
        return true;
    }

    private void follow(Course course, Fate fate, String sid) {
        try {
            course.follow(fate);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            lines.remove(sid);
        }
    }
}
