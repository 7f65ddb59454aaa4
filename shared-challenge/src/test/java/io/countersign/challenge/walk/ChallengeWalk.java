package io.countersign.challenge.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Answer;
import io.countersign.challenge.Challenge;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Samples;
import io.countersign.challenge.store.Change;
import io.countersign.challenge.store.Dispatch;
import io.countersign.challenge.store.Limit;
import io.countersign.challenge.store.Transition;
import io.countersign.challenge.store.Updated;
import io.countersign.events.id.ChallengeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one person might do to one challenge, in any order. */
final class ChallengeWalk {

    private static final int STEPS = 40;
    private static final int MOST_RESENDS = 3;

    private final World world;
    private final Random random;
    private final ChallengeId id;
    private final Instant deadline;
    private final ChallengeModel model;
    private final Limit resends;
    private final List<String> history = new ArrayList<>();
    private @Nullable Instant now;
    private int resent;
    private int accepted;
    private int lookedAt;

    ChallengeWalk(World world, Random random) {
        this.world = world;
        this.random = random;
        Pending challenge = Samples.pending(world.clock(), world.seconds(60));
        id = challenge.terms().id();
        deadline = challenge.terms().deadline();
        model = new ChallengeModel(deadline);
        resends =
                new Limit(
                        "resend", UUID.randomUUID().toString(), MOST_RESENDS, world.seconds(3600));
        world.challenges().open(challenge, Dispatch.NOTHING);
    }

    void walk() {
        for (int i = 0; i < STEPS; i++) {
            step();
            String seen = done(update((current, _) -> Change.to(current, seen(current))));
            history.add("→ " + seen);
            assertThat(seen).as("%s", history).isEqualTo(model.seenAt(now()));
        }
        assertThat(accepted).as("%s", history).isLessThanOrEqualTo(1);
        assertThat(lookedAt).as("%s", history).isLessThanOrEqualTo(5);
    }

    private void step() {
        switch (random.nextInt(12)) {
            case 0 -> answer(true);
            case 1, 2, 3, 4 -> answer(false);
            case 5 -> deny();
            case 6, 7, 8 -> resend();
            default -> world.passSome(random, 10);
        }
    }

    private void answer(boolean right) {
        Answer told = done(update(Answer.with(right ? Samples.RIGHT : Samples.WRONG)));
        history.add("answer " + told);
        assertThat(told).as("%s", history).isEqualTo(model.answer(right, now()));
        if (told != Answer.NOT_LOOKED_AT) {
            lookedAt++;
            assertThat(now()).as("%s", history).isBefore(deadline);
        }
        if (told == Answer.RIGHT) {
            accepted++;
        }
    }

    private void deny() {
        history.add("deny");
        update(
                (current, at) ->
                        current instanceof Pending pending
                                ? Change.to(pending.deny(at), "")
                                : Change.to(current, ""));
        model.deny(now());
    }

    private void resend() {
        Updated<Boolean> updated =
                update(
                        (current, at) ->
                                current instanceof Pending pending
                                        ? new Change<>(
                                                pending.with(
                                                        Samples.round(pending.nextRound(), at)),
                                                true,
                                                new Dispatch(List.of(), List.of(resends)))
                                        : Change.to(current, false));
        history.add("resend " + updated);
        if (model.overAt(now())) {
            assertThat(updated).as("%s", history).isEqualTo(new Updated.Done<>(false));
        } else if (resent == MOST_RESENDS) {
            assertThat(updated).as("%s", history).isInstanceOf(Updated.Limited.class);
        } else {
            assertThat(updated).as("%s", history).isEqualTo(new Updated.Done<>(true));
            resent++;
            model.resent();
        }
    }

    /** Remembers the time that the transition went by. */
    private <R> Updated<R> update(Transition<R> transition) {
        return world.challenges()
                .update(
                        id,
                        (current, at) -> {
                            now = at;
                            return transition.from(current, at);
                        });
    }

    private Instant now() {
        return Objects.requireNonNull(now);
    }

    private static <R> R done(Updated<R> updated) {
        return ((Updated.Done<R>) updated).result();
    }

    private static String seen(Challenge challenge) {
        return challenge instanceof Pending pending
                ? "%s %d guesses %d rounds"
                        .formatted(
                                pending.verdict(), pending.guessesLeft(), pending.rounds().size())
                : challenge.verdict().name();
    }
}
