package io.countersign.gateway.api.signin;

import io.countersign.gateway.session.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/**
 * How a sign-in goes on.
 *
 * @param standing signed in, or what is still missing
 * @param challenge the second factor that is asked for; null when signed in
 * @param sendProblem why no code was sent to the preferred phone; null when one was
 */
record SignInView(
        Standing standing,
        @Nullable ChallengeView challenge,
        @Nullable ProblemDetail sendProblem) {}
