package io.countersign.identity.method;

import io.countersign.challenge.Method;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.Factor;
import java.util.List;
import java.util.Optional;

/**
 * A way to prove a factor. Each is one bean that says by {@link DeliveredMethod}, {@link
 * TypedMethod} or both what a person has to do; sign-in offers all such beans.
 */
public sealed interface ProofMethod permits DeliveredMethod, TypedMethod {

    Method method();

    /**
     * Names it in addresses, in the keys of its messages, such as {@code answer.wrong.<word>}, and
     * in the template that asks for it, {@code way-<word>}.
     */
    String word();

    /** How safe it is beside the others: the lowest comes first. */
    int rank();

    /** What the operator lets it be used for. */
    MethodRole role(MethodSettings settings);

    /**
     * Whether it stands in for factors that are out of reach: then it comes last, nobody can prefer
     * it, and it is no second factor itself.
     */
    default boolean lastResort() {
        return false;
    }

    /**
     * The account's factors that serve this way, the one to try first at the front. As long as
     * there is one, the password alone signs no one in, whether or not the factor can be used now.
     */
    List<Factor> factors(AccountId account);

    /** Those that can be used now. */
    default List<Factor> usable(AccountId account) {
        return factors(account);
    }

    /** Present if it could be used once the account's owner can be reached by it. */
    default Optional<Unreachable> unreachable(AccountId account) {
        return Optional.empty();
    }
}
