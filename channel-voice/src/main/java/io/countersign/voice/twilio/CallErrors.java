package io.countersign.voice.twilio;

import static io.countersign.events.FailureReason.DESTINATION_INVALID;
import static io.countersign.events.FailureReason.PROVIDER_UNAVAILABLE;
import static io.countersign.events.FailureReason.REGION_NOT_SERVED;

import io.countersign.events.FailureReason;
import io.countersign.twilio.TwilioErrors;
import java.util.Map;
import java.util.Set;

/** What Twilio's error codes mean for a call. */
final class CallErrors {

    /**
     * Why a call fails because of our number. Its ending is announced, so that this delivery cannot
     * take another number; the person's next call can.
     */
    static final FailureReason NOT_FROM_THIS_NUMBER = PROVIDER_UNAVAILABLE;

    static final TwilioErrors TABLE =
            new TwilioErrors(
                    Map.ofEntries(
                            Map.entry(13224, DESTINATION_INVALID), // nobody can deliver to 'To'
                            Map.entry(13225, REGION_NOT_SERVED), // 'To' is on Twilio's block list
                            Map.entry(13227, REGION_NOT_SERVED), // no permission for the country
                            Map.entry(21202, DESTINATION_INVALID), // 'To' is a premium number
                            Map.entry(21203, REGION_NOT_SERVED), // no international calls
                            Map.entry(21210, NOT_FROM_THIS_NUMBER), // 'From' is not verified
                            Map.entry(21211, DESTINATION_INVALID), // 'To' is no phone number
                            Map.entry(21212, NOT_FROM_THIS_NUMBER), // 'From' is no phone number
                            Map.entry(21214, DESTINATION_INVALID), // 'To' cannot be reached
                            Map.entry(21215, REGION_NOT_SERVED), // no permission for the country
                            Map.entry(21216, REGION_NOT_SERVED), // the account may not call 'To'
                            Map.entry(21217, DESTINATION_INVALID), // 'To' does not appear valid
                            Map.entry(21219, REGION_NOT_SERVED), // a trial account, 'To' unverified
                            Map.entry(32205, REGION_NOT_SERVED)), // no permission for the country
                    Set.of()); // no code is about too many calls to one callee

    private CallErrors() {}
}
