package io.countersign.gateway.api.phone;

import io.countersign.engine.status.ChallengeStatus;
import io.countersign.identity.factor.FactorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/**
 * A phone that this session is adding; no factor yet.
 *
 * @param name what the person calls it
 * @param masked the number, as far as it is shown
 * @param region ISO 3166 country
 * @param expiresAt when it is forgotten
 * @param status of the challenge whose code confirms it; null before the first
 * @param sendProblem why the code that was just asked for was not sent; null when it was
 */
record PendingPhoneView(
        FactorId id,
        String name,
        String masked,
        String region,
        Instant expiresAt,
        @Nullable ChallengeStatus status,
        @Nullable ProblemDetail sendProblem) {}
