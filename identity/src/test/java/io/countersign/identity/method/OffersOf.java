package io.countersign.identity.method;

import static io.countersign.identity.method.MethodRole.FALLBACK;
import static io.countersign.identity.method.MethodRole.PRIMARY;

import io.countersign.challenge.Method;
import io.countersign.engine.status.ChannelWorkers;
import io.countersign.liveness.memory.InMemoryWorkerLiveness;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Offers of the methods that a test has, under the policy that there is by default. */
public final class OffersOf {

    static final MethodSettings DEFAULT =
            new MethodSettings(
                    PRIMARY,
                    PRIMARY,
                    PRIMARY,
                    FALLBACK,
                    PRIMARY,
                    Set.of(Method.TELEGRAM, Method.TOTP));

    private OffersOf() {}

    public static Offers methods(ProofMethod... methods) {
        return methods(DEFAULT, new InMemoryPreferredMethods(), methods);
    }

    static Offers methods(
            MethodSettings settings, PreferredMethods preferred, ProofMethod... methods) {
        Clock clock = Clock.systemUTC();
        return new Offers(
                List.of(methods),
                settings,
                preferred,
                new ChannelWorkers(new InMemoryWorkerLiveness(clock), clock));
    }
}
