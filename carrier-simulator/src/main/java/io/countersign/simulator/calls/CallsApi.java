package io.countersign.simulator.calls;

import io.countersign.simulator.sms.PhoneNumber;
import io.countersign.simulator.sms.RequestedNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets tests see calls and do what the person called can do.
 *
 * <ul>
 *   <li>{@code GET /api/calls} and {@code GET /api/calls?to=+12015550123}: an array of {@link
 *       PlacedCall}, oldest first; 400 for something that is no phone number
 *   <li>{@code POST /api/calls/{sid}/answer}, {@code reject} (while it rings), {@code hang-up}
 *       (once answered): 202, 404 for an unknown call, 409 for one that is not in such a state
 *   <li>{@code DELETE /api/calls}: forgets them all, 204
 * </ul>
 */
@RestController
@RequestMapping("/api/calls")
class CallsApi {

    private final Calls calls;
    private final TelephoneExchange exchange;

    CallsApi(Calls calls, TelephoneExchange exchange) {
        this.calls = calls;
        this.exchange = exchange;
    }

    /**
     * A call as the API shows it.
     *
     * @param shown the number that the phone showed, null for a withheld one
     */
    record PlacedCall(
            String sid,
            PhoneNumber to,
            PhoneNumber from,
            @Nullable PhoneNumber shown,
            SimulatedCallStatus status,
            boolean rang,
            Instant createdAt,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt,
            List<String> heard) {

        static PlacedCall of(Call call) {
            return new PlacedCall(
                    call.sid(),
                    call.to(),
                    call.dialling().from(),
                    call.dialling().shown(),
                    call.status(),
                    call.rang(),
                    call.createdAt(),
                    call.answeredAt(),
                    call.endedAt(),
                    call.heard());
        }

        @Override
        public String toString() {
            return "PlacedCall[" + sid + "]";
        }
    }

    @GetMapping
    List<PlacedCall> list(@RequestParam @Nullable String to) {
        List<Call> found = to == null ? calls.all() : calls.to(RequestedNumber.of(to));
        return found.stream().map(PlacedCall::of).toList();
    }

    @PostMapping("/{sid}/answer")
    ResponseEntity<Void> answer(@PathVariable String sid) {
        return give(sid, Order.ANSWER);
    }

    @PostMapping("/{sid}/reject")
    ResponseEntity<Void> reject(@PathVariable String sid) {
        return give(sid, Order.REJECT);
    }

    @PostMapping("/{sid}/hang-up")
    ResponseEntity<Void> hangUp(@PathVariable String sid) {
        return give(sid, Order.HANG_UP);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        calls.clear();
    }

    private ResponseEntity<Void> give(String sid, Order order) {
        if (calls.withSid(sid).isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.status(
                        exchange.give(sid, order) ? HttpStatus.ACCEPTED : HttpStatus.CONFLICT)
                .build();
    }
}
