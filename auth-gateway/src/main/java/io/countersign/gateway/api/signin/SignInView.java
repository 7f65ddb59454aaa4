package io.countersign.gateway.api.signin;

import io.countersign.gateway.session.AuthenticationLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/**
 * How a sign-in continues.
 *
 * @param standing signed in, fully or only to set up a second factor, or what is still missing
 * @param challenge the second factor that is asked for; null when signed in
 * @param sendProblem why the preferred method delivered nothing; null when it did, or need not
 */
record SignInView(
        AuthenticationLevel standing,
        @Nullable ChallengeView challenge,
        @Nullable ProblemDetail sendProblem) {}
