package io.countersign.identity.factor.phone;

import io.countersign.challenge.Pending;
import io.countersign.engine.open.ChallengeSettings;
import io.countersign.engine.open.Codes;
import io.countersign.engine.send.CallSettings;
import io.countersign.engine.send.PlannedStep;
import io.countersign.events.Channel;
import io.countersign.events.content.Message;
import io.countersign.events.content.OneTimeCode;
import org.springframework.stereotype.Component;

/** The steps that reach a phone. */
@Component
public class PhoneSteps {

    private final Codes codes;
    private final ChallengeSettings challenge;
    private final CallSettings calls;

    PhoneSteps(Codes codes, ChallengeSettings challenge, CallSettings calls) {
        this.codes = codes;
        this.challenge = challenge;
        this.calls = calls;
    }

    public PlannedStep sms(Pending pending, Phone phone) {
        Message message = new Message.Code(code(pending));
        return new PlannedStep(Channel.SMS, phone.number(), message, 1, challenge.patience());
    }

    /**
     * Calls.
     *
     * @param tries at most so many, from 1
     */
    public PlannedStep call(Pending pending, Phone phone, int tries) {
        Message message =
                switch (calls.code()) {
                    case CALLING_NUMBER -> new Message.CallingNumber();
                    case SPOKEN -> new Message.SpokenCode(code(pending));
                };
        return new PlannedStep(Channel.VOICE, phone.number(), message, tries, calls.patience());
    }

    private OneTimeCode code(Pending pending) {
        return codes.open(pending.code(), pending.terms())
                .orElseThrow(() -> new IllegalStateException("the challenge's code does not open"));
    }
}
