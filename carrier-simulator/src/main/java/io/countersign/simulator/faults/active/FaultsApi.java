package io.countersign.simulator.faults.active;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Misbehaviour on demand.
 *
 * <ul>
 *   <li>{@code PUT /api/faults} with a {@link FaultRule}, such as {@code {"to": "+12015550123",
 *       "fault": {"kind": "slow", "delayMs": 3000}, "count": 2}}: puts the rule in force in place
 *       of one of the same kind and scope, and answers with it as {@link ActiveFault}; 400 with
 *       problem details for a rule that makes no sense
 *   <li>{@code GET /api/faults}: the rules in force, those used up are gone
 *   <li>{@code DELETE /api/faults/{id}}: ends one, 204 or 404
 *   <li>{@code DELETE /api/faults}: ends all, 204
 * </ul>
 */
@RestController
@RequestMapping("/api/faults")
class FaultsApi {

    private final Faults faults;

    FaultsApi(Faults faults) {
        this.faults = faults;
    }

    @PutMapping
    ActiveFault arm(@RequestBody FaultRule rule) {
        return faults.arm(rule);
    }

    @GetMapping
    List<ActiveFault> active() {
        return faults.active();
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> disarm(@PathVariable long id) {
        return ResponseEntity.status(
                        faults.disarm(id) ? HttpStatus.NO_CONTENT : HttpStatus.NOT_FOUND)
                .build();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disarmAll() {
        faults.disarmAll();
    }

    @ExceptionHandler
    ProblemDetail senseless(HttpMessageNotReadableException unreadable) {
        String reason =
                unreadable.getMostSpecificCause() instanceof IllegalArgumentException refused
                        ? String.valueOf(refused.getMessage())
                        : "the rule is not of the documented form";
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, reason);
    }
}
