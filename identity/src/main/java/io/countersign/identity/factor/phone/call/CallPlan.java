package io.countersign.identity.factor.phone.call;

import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.engine.open.ChallengeContext;
import io.countersign.engine.send.CallSettings;
import io.countersign.engine.send.DeliveryPlan;
import io.countersign.engine.send.PlannedRoute;
import io.countersign.engine.send.PlannedStep;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.phone.Phone;
import io.countersign.identity.factor.phone.PhoneLimits;
import io.countersign.identity.factor.phone.PhoneSteps;
import io.countersign.identity.method.MethodRole;
import io.countersign.identity.method.MethodSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The route of a call: calls as long as some are left, and an SMS after those that fail. */
@Component
class CallPlan {

    private final PhoneLimits limits;
    private final PhoneSteps steps;
    private final CallsMade callsMade;
    private final CallSettings settings;
    private final MethodSettings methods;

    CallPlan(
            PhoneLimits limits,
            PhoneSteps steps,
            CallsMade callsMade,
            CallSettings settings,
            MethodSettings methods) {
        this.limits = limits;
        this.steps = steps;
        this.callsMade = callsMade;
        this.settings = settings;
        this.methods = methods;
    }

    /** Empty where no call is left, and the phone's owner wants no SMS there. */
    Optional<DeliveryPlan> of(ChallengeContext asked, Phone phone, Pending challenge) {
        int left = settings.most() - callsMade.in(challenge);
        List<PlannedStep> route = new ArrayList<>();
        if (left > 0) {
            route.add(steps.call(challenge, phone, left));
        }
        if (phone.uses().texts() && (methods.sms() != MethodRole.OFF || left <= 0)) {
            route.add(steps.sms(challenge, phone));
        }
        return route.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new DeliveryPlan(
                                Method.CALL,
                                limits.of(new AccountId(asked.account()), phone, asked.address()),
                                List.of(new PlannedRoute(phone.id().value(), route))));
    }
}
