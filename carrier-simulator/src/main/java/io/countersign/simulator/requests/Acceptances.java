package io.countersign.simulator.requests;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How often one text was accepted for one number: more than once means that it was sent twice.
 *
 * @param statusCallbacks where progress of each is reported, which tells deliveries apart
 */
record Acceptances(
        @Nullable String to,
        @Nullable String body,
        int count,
        List<String> sids,
        List<String> statusCallbacks) {

    /** Most frequent first. */
    static List<Acceptances> of(List<ProviderRequest> log) {
        Map<Text, List<ProviderRequest>> accepted = new LinkedHashMap<>();
        for (ProviderRequest request : log) {
            if (request.outcome() instanceof RequestOutcome.Accepted) {
                Text text = new Text(request.asked().to(), request.asked().body());
                accepted.merge(text, List.of(request), Acceptances::joined);
            }
        }
        return accepted.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Acceptances::count).reversed())
                .toList();
    }

    private static Acceptances of(Text text, List<ProviderRequest> requests) {
        List<String> sids = requests.stream().flatMap(Acceptances::sid).toList();
        List<String> callbacks =
                requests.stream()
                        .flatMap(request -> Stream.ofNullable(request.asked().statusCallback()))
                        .toList();
        return new Acceptances(text.to(), text.body(), requests.size(), sids, callbacks);
    }

    private static Stream<String> sid(ProviderRequest request) {
        return request.outcome() instanceof RequestOutcome.Accepted(String sid, _)
                ? Stream.of(sid)
                : Stream.empty();
    }

    private static List<ProviderRequest> joined(
            List<ProviderRequest> some, List<ProviderRequest> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    @Override
    public String toString() {
        return "Acceptances[" + count + "]";
    }

    private record Text(@Nullable String to, @Nullable String body) {}
}
