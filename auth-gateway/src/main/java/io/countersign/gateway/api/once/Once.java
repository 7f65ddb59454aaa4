package io.countersign.gateway.api.once;

import io.countersign.engine.send.SendRequest;
import io.countersign.engine.send.SendRequest.SetOut;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.gateway.api.once.AnsweredRequests.Answer;
import io.countersign.gateway.api.once.AnsweredRequests.Known;
import io.countersign.gateway.api.once.AnsweredRequests.Row;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does a request once, and gives its repetitions the same answer for 24 hours, including
 * simultaneous ones. A request that was refused may be tried again under its key. One that broke
 * off after it had sent something gets the current state as its answer, and sends nothing more.
 */
@Service
public class Once {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final int LOOKS = 60;

    private final AnsweredRequests answered;
    private final JsonMapper json;

    Once(AnsweredRequests answered, JsonMapper json) {
        this.answered = answered;
        this.json = json;
    }

    /**
     * Answers a request.
     *
     * @param action does it; not called if it was done before
     */
    public ResponseEntity<Object> answer(
            Repeatable request, Supplier<ResponseEntity<Object>> action) {
        if (request.key().isEmpty()) {
            return action.get();
        }
        Row row = answered.row(request.scope(), request.key().get(), request.body());
        for (int looks = 0; looks < LOOKS; looks++) {
            if (answered.begin(row)) {
                return first(row, action);
            }
            Optional<Known> known = answered.find(row);
            Optional<ResponseEntity<Object>> answer = known.flatMap(this::again);
            if (answer.isPresent()) {
                return answer.get();
            }
            if (known.filter(one -> one.dead() && one.sent().isPresent()).isPresent()) {
                break;
            }
            pause();
        }
        return answered.find(row)
                .flatMap(Known::sent)
                .map(sent -> serve(row, Optional.of(sent), action))
                .orElseGet(() -> Problem.of(ProblemType.REQUEST_RUNNING).answer());
    }

    private ResponseEntity<Object> first(Row row, Supplier<ResponseEntity<Object>> action) {
        boolean done = false;
        try {
            ResponseEntity<Object> answer = serve(row, Optional.empty(), action);
            done = true;
            if (answer.getStatusCode().is2xxSuccessful()) {
                answered.finish(
                        row,
                        new Answer(
                                answer.getStatusCode().value(),
                                json.writeValueAsString(answer.getBody())));
            } else {
                answered.giveUp(row);
            }
            return answer;
        } finally {
            if (!done) {
                answered.brokeOff(row);
            }
        }
    }

    /** The action's answer; when the request is repeated, the action finds what it sent before. */
    private ResponseEntity<Object> serve(
            Row row, Optional<SetOut> before, Supplier<ResponseEntity<Object>> action) {
        SendRequest request =
                new SendRequest() {
                    @Override
                    public Optional<SetOut> before() {
                        return before;
                    }

                    @Override
                    public void setOut(SetOut sent) {
                        answered.setOut(row, sent);
                    }
                };
        return ScopedValue.where(SendRequest.CURRENT, request).call(action::get);
    }

    /** Empty while the first one runs. */
    private Optional<ResponseEntity<Object>> again(Known known) {
        return known.sameBody()
                ? known.answer().map(this::replay)
                : Optional.of(Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED).answer());
    }

    private ResponseEntity<Object> replay(Answer answer) {
        return ResponseEntity.status(answer.status()).body(json.readTree(answer.json()));
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
