package io.countersign.gateway.web.challenge;

import io.countersign.challenge.Verdict;
import io.countersign.identity.attempt.Attempt;

/**
 * Where a code is asked for, and where the person continues.
 *
 * @param page path of the page that asks
 * @param approved where the right code leads
 * @param locked where the last wrong one leads
 * @param denied where "it was not me" leads
 */
public record Journey(String page, String approved, String locked, String denied) {

    static final Journey SIGN_IN =
            new Journey("/challenge", "/", "/sign-in?locked", "/sign-in?denied");

    static final Journey STEP_UP =
            new Journey(
                    "/challenge",
                    "/challenge",
                    "/security?step-up-locked",
                    "/security?step-up-denied");

    static Journey of(Attempt attempt) {
        return attempt.stepsUp() ? STEP_UP : SIGN_IN;
    }

    /** Where a challenge in this state leads. */
    public String after(Verdict verdict) {
        return switch (verdict) {
            case PENDING -> page;
            case APPROVED -> approved;
            case LOCKED -> locked;
            case DENIED -> denied;
            case EXPIRED -> page + "?expired";
        };
    }
}
