package io.countersign.gateway.api.signin;

import io.countersign.gateway.challenge.ChallengeStatus;
import io.countersign.gateway.phone.Phone;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The second factor that is asked for.
 *
 * @param endsAt when the sign-in as a whole ends
 * @param choices where a code can go, the preferred one first
 * @param status of the latest challenge; null where there is none, or it ended long ago
 */
record ChallengeView(Instant endsAt, List<Choice> choices, @Nullable ChallengeStatus status) {

    ChallengeView {
        choices = List.copyOf(choices);
    }

    /**
     * A phone to choose.
     *
     * @param id to send to it
     * @param name what the person calls it
     * @param masked the number, as far as it is shown
     */
    record Choice(UUID id, String name, String masked) {

        static Choice of(Phone phone) {
            return new Choice(phone.id(), phone.name(), phone.masked());
        }
    }
}
