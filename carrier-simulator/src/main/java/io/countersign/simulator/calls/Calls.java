package io.countersign.simulator.calls;

import io.countersign.simulator.KeepSettings;
import io.countersign.simulator.live.Changed;
import io.countersign.simulator.live.Feed;
import io.countersign.simulator.live.Pulse;
import io.countersign.simulator.sms.PhoneNumber;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** All calls that are remembered, by number and by sid. */
@Component
public class Calls {

    private final Map<PhoneNumber, Feed<Call>> feeds = new ConcurrentHashMap<>();
    private final Map<String, PhoneNumber> callees = new ConcurrentHashMap<>();
    private final KeepSettings keep;
    private final Pulse pulse;

    Calls(KeepSettings keep, Pulse pulse) {
        this.keep = keep;
        this.pulse = pulse;
    }

    void add(Call call) {
        callees.put(call.sid(), call.to());
        feed(call.to())
                .add(call.sid(), call)
                .ifPresent(forgotten -> callees.remove(forgotten.sid()));
    }

    /** Returns the call as it is now, even if it is no longer remembered. */
    Call change(Call call, UnaryOperator<Call> step) {
        return feed(call.to()).change(call.sid(), step).orElseGet(() -> step.apply(call));
    }

    public Optional<Call> withSid(String sid) {
        return Optional.ofNullable(callees.get(sid)).flatMap(callee -> feed(callee).find(sid));
    }

    /** Oldest first. */
    public List<Call> to(PhoneNumber number) {
        return Optional.ofNullable(feeds.get(number)).map(Feed::all).orElse(List.of());
    }

    /** Oldest first. */
    public List<Call> all() {
        return feeds.values().stream()
                .flatMap(feed -> feed.all().stream())
                .sorted(Comparator.comparing(Call::createdAt))
                .toList();
    }

    /** What changed at a number since a revision; 0 stands for the beginning. */
    public Changed<Call> since(PhoneNumber number, long seen) {
        return feed(number).since(seen);
    }

    /** Forgets them; calls in progress continue. */
    void clear() {
        callees.clear();
        feeds.values().forEach(Feed::clear);
    }

    private Feed<Call> feed(PhoneNumber number) {
        return feeds.computeIfAbsent(number, _ -> new Feed<>(keep.messagesPerNumber(), pulse));
    }
}
