package io.countersign.identity.factor.phone;

import io.countersign.challenge.Method;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a phone serves for: codes by SMS, calls, or both; never neither.
 *
 * @param texts codes by SMS
 * @param calls calls whose number is the code
 */
public record PhoneUses(boolean texts, boolean calls) {

    public static final PhoneUses ALL = new PhoneUses(true, true);

    /**
     * @throws IllegalArgumentException for a phone that would serve for nothing
     */
    public PhoneUses {
        if (!texts && !calls) {
            throw new IllegalArgumentException("a phone has to serve for something");
        }
    }

    /** Empty where no phone can serve for this. */
    public static Optional<PhoneUses> of(Collection<Method> methods) {
        return !methods.isEmpty() && ALL.methods().containsAll(methods)
                ? Optional.of(
                        new PhoneUses(methods.contains(Method.SMS), methods.contains(Method.CALL)))
                : Optional.empty();
    }

    public boolean include(Method method) {
        return methods().contains(method);
    }

    public Set<Method> methods() {
        Set<Method> methods = EnumSet.noneOf(Method.class);
        if (texts) {
            methods.add(Method.SMS);
        }
        if (calls) {
            methods.add(Method.CALL);
        }
        return methods;
    }
}
