package io.countersign.simulator.requests;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The provider's side of the story, for checking that nothing was sent twice.
 *
 * <ul>
 *   <li>{@code GET /api/requests?after=0}: an array of {@link ProviderRequest}, oldest first, those
 *       with a number above {@code after}
 *   <li>{@code GET /api/requests/acceptances}: an array of {@link Acceptances}, one for each text
 *       and number, most frequent first
 *   <li>{@code DELETE /api/requests}: forgets them, 204
 * </ul>
 */
@RestController
@RequestMapping("/api/requests")
class RequestsApi {

    private final RequestLog log;

    RequestsApi(RequestLog log) {
        this.log = log;
    }

    @GetMapping
    List<ProviderRequest> list(@RequestParam(defaultValue = "0") long after) {
        return log.after(after);
    }

    @GetMapping("/acceptances")
    List<Acceptances> acceptances() {
        return Acceptances.of(log.after(0));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        log.clear();
    }
}
