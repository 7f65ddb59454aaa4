package io.countersign.gateway.api.signin;

import io.countersign.challenge.Method;
import io.countersign.engine.limit.GuessLimits.Reached;
import io.countersign.engine.status.ChallengeStatus;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.method.Offer;
import io.countersign.identity.method.Unreachable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The second factor that is asked for.
 *
 * @param endsAt when the sign-in as a whole ends
 * @param methods by which it can be given, the preferred one first
 * @param unreachable methods that would be among them if the person had not put them out of reach
 * @param resting why some methods are not among them, and until when; null where none is suspended
 * @param rememberDays for how many days the device can be remembered; null where it cannot
 * @param status of the latest challenge; null where there is none, or it ended long ago
 */
record ChallengeView(
        Instant endsAt,
        List<Way> methods,
        List<Unreachable> unreachable,
        @Nullable Reached resting,
        @Nullable Integer number,
        @Nullable Integer rememberDays,
        @Nullable ChallengeStatus status) {

    ChallengeView {
        methods = List.copyOf(methods);
        unreachable = List.copyOf(unreachable);
    }

    /**
     * A method to choose.
     *
     * @param steps what there is to do, in this order
     * @param factors what it can be used with
     */
    record Way(Method method, List<Step> steps, List<Choice> factors) {

        Way {
            steps = List.copyOf(steps);
            factors = List.copyOf(factors);
        }

        static Way of(Offer offer) {
            return new Way(
                    offer.method(),
                    Stream.of(Step.values()).filter(step -> step.belongsTo(offer)).toList(),
                    offer.factors().stream().map(Choice::of).toList());
        }
    }

    enum Step {
        /** Ask for a delivery. */
        SEND,
        /** Answer with a code. */
        ANSWER,
        /** Once the status says APPROVED: use what was decided elsewhere as the answer. */
        FINISH;

        boolean belongsTo(Offer offer) {
            return switch (this) {
                case SEND -> offer.delivered();
                case ANSWER -> offer.typed();
                case FINISH -> offer.decidedElsewhere();
            };
        }
    }

    /**
     * A factor to choose.
     *
     * @param id to send to it
     * @param name what the person calls it; empty where it has no name
     * @param masked where it leads, as far as it is shown; may be empty
     */
    record Choice(FactorId id, String name, String masked) {

        static Choice of(Factor factor) {
            return new Choice(factor.id(), factor.name(), factor.masked());
        }
    }
}
