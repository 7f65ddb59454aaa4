package io.countersign.gateway.web.challenge;

import io.countersign.challenge.Method;
import io.countersign.engine.answer.AnswerOutcome;
import io.countersign.engine.answer.Hint;
import io.countersign.engine.limit.GuessLimits.Reached;
import io.countersign.engine.send.SendOutcome;
import io.countersign.gateway.web.banner.Banner;
import io.countersign.gateway.web.banner.MethodWords;
import io.countersign.gateway.web.banner.Tone;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What the next page says about an outcome. */
public final class Notices {

    static final Banner EXPIRED = new Banner("challenge.expired", Tone.WARN);

    private static final Set<String> LIMITS =
            Set.of(
                    "number-10-minutes",
                    "number-hour",
                    "account-day",
                    "address-hour",
                    "region-day",
                    "all-day",
                    "prompts-hour",
                    "prompts-day");

    private static final Banner NOT_OFFERED = new Banner("answer.not-offered", Tone.WARN);

    private Notices() {}

    /** Empty where the delivery's own status tells it, or where there is nothing to tell. */
    public static Optional<Banner> of(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.TooSoon tooSoon ->
                    Optional.of(new Banner("send.too-soon", Tone.INFO, tooSoon.possibleAt()));
            case SendOutcome.Limited limited ->
                    Optional.of(
                            new Banner(
                                    "send.limited." + known(limited.limit()),
                                    Tone.WARN,
                                    limited.possibleAt()));
            case SendOutcome.Rests(Reached reached) -> Optional.of(rests(reached));
            case SendOutcome.CountryNotServed _ ->
                    Optional.of(new Banner("send.country-not-served", Tone.BAD));
            case SendOutcome.NotOffered _ -> Optional.of(NOT_OFFERED);
            case SendOutcome.OnItsWay _,
                    SendOutcome.NotTaken _,
                    SendOutcome.Suspended _,
                    SendOutcome.Over _ ->
                    Optional.empty();
        };
    }

    public static Optional<Banner> of(AnswerOutcome outcome, MethodWords words) {
        return switch (outcome) {
            case AnswerOutcome.Wrong(Method method, int _, Optional<Hint> hint) ->
                    Optional.of(wrong(words.of(method), hint));
            case AnswerOutcome.NotACode(Method method) ->
                    Optional.of(new Banner("answer.not-a-code." + words.of(method), Tone.WARN));
            case AnswerOutcome.NotOffered _ -> Optional.of(NOT_OFFERED);
            case AnswerOutcome.Exhausted(var _, Reached reached) -> Optional.of(rests(reached));
            case AnswerOutcome.Right _, AnswerOutcome.Suspended _, AnswerOutcome.Over _ ->
                    Optional.empty();
        };
    }

    /** Says why methods with guessable codes are not offered, and until when. */
    static Banner rests(Reached reached) {
        return new Banner(
                switch (reached.limit()) {
                    case QUARTER_HOUR -> "answer.rests.quarter-hour";
                    case DAY -> "answer.rests.day";
                    case YEAR -> "answer.rests.year";
                },
                Tone.BAD,
                reached.until());
    }

    private static Banner wrong(String method, Optional<Hint> hint) {
        return switch (hint.orElse(null)) {
            case null -> new Banner("answer.wrong." + method, Tone.BAD);
            case Hint.UsedAlready _ -> new Banner("answer.used-already", Tone.BAD);
            case Hint.ClockOff(Duration ahead) -> clockOff(ahead);
        };
    }

    /**
     * Tells by how much a device's clock is wrong.
     *
     * @param ahead negative when it is behind
     */
    public static Banner clockOff(Duration ahead) {
        return new Banner(
                ahead.isNegative() ? "answer.clock-behind" : "answer.clock-ahead",
                Tone.BAD,
                Math.max(1, Math.round(ahead.abs().toSeconds() / 60.0)));
    }

    private static String known(String limit) {
        return LIMITS.contains(limit) ? limit : "other";
    }
}
