package io.countersign.gateway.challenge;

import io.countersign.challenge.Method;
import io.countersign.gateway.factor.Factor;
import io.countersign.gateway.factor.MethodRole;
import io.countersign.gateway.factor.MethodSettings;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which methods an account can use: those that policy allows and that it has a factor for. */
@Component
public class Offers {

    /** The safest first. */
    private static final List<Method> ORDER =
            List.of(Method.TELEGRAM, Method.TOTP, Method.SMS, Method.CALL, Method.RECOVERY_CODE);

    private final List<ProofMethod> methods;
    private final MethodSettings settings;

    Offers(List<ProofMethod> methods, MethodSettings settings) {
        this.methods =
                methods.stream()
                        .sorted(Comparator.comparingInt(way -> ORDER.indexOf(way.method())))
                        .toList();
        this.settings = settings;
    }

    /** The preferred one first. */
    public List<Offer> of(UUID account) {
        List<Offer> possible = possible(account);
        boolean strong =
                possible.stream()
                        .map(Offer::method)
                        .anyMatch(
                                method ->
                                        settings.of(method) == MethodRole.PRIMARY
                                                && settings.besides().contains(method));
        return possible.stream()
                .filter(offer -> strong || settings.of(offer.method()) == MethodRole.PRIMARY)
                .sorted(Comparator.comparing(Offers::isRecovery).thenComparing(this::role))
                .toList();
    }

    /**
     * The account's second factors, recovery codes apart. One whose methods are switched off counts
     * too: a change of policy must not let a password alone sign in.
     */
    public List<Factor> factors(UUID account) {
        return methods.stream()
                .filter(way -> way.method() != Method.RECOVERY_CODE)
                .flatMap(way -> way.factors(account).stream())
                .distinct()
                .toList();
    }

    public boolean hasFactor(UUID account) {
        return !factors(account).isEmpty();
    }

    private List<Offer> possible(UUID account) {
        return methods.stream()
                .filter(way -> settings.of(way.method()) != MethodRole.OFF)
                .map(way -> new Offer(way, way.usable(account)))
                .filter(offer -> !offer.factors().isEmpty())
                .toList();
    }

    private static boolean isRecovery(Offer offer) {
        return offer.method() == Method.RECOVERY_CODE;
    }

    private MethodRole role(Offer offer) {
        return settings.of(offer.method());
    }
}
