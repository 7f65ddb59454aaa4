package io.countersign.sms.twilio;

import static io.countersign.events.FailureReason.BLOCKED_BY_RECIPIENT;
import static io.countersign.events.FailureReason.DESTINATION_INVALID;
import static io.countersign.events.FailureReason.NOT_DELIVERED;
import static io.countersign.events.FailureReason.REGION_NOT_SERVED;

import io.countersign.twilio.TwilioErrors;
import java.util.Map;
import java.util.Set;

/** What Twilio's error codes mean for an SMS. */
final class MessageErrors {

    static final TwilioErrors TABLE =
            new TwilioErrors(
                    Map.ofEntries(
                            Map.entry(21211, DESTINATION_INVALID), // 'To' is no phone number
                            Map.entry(21214, DESTINATION_INVALID), // 'To' cannot be reached
                            Map.entry(
                                    21217, DESTINATION_INVALID), // the number does not appear valid
                            Map.entry(21265, DESTINATION_INVALID), // 'To' is a short code
                            Map.entry(21266, DESTINATION_INVALID), // 'To' is our own sender
                            Map.entry(
                                    21408, REGION_NOT_SERVED), // not enabled for the region of 'To'
                            Map.entry(
                                    21608,
                                    REGION_NOT_SERVED), // a trial account may not write to 'To'
                            Map.entry(21610, BLOCKED_BY_RECIPIENT), // the person answered STOP
                            Map.entry(21612, REGION_NOT_SERVED), // no route from 'From' to 'To'
                            Map.entry(21614, DESTINATION_INVALID), // 'To' is not a mobile number
                            Map.entry(21635, DESTINATION_INVALID), // 'To' is a landline
                            Map.entry(30003, NOT_DELIVERED), // the phone is off or out of reach
                            Map.entry(
                                    30004,
                                    BLOCKED_BY_RECIPIENT), // blocked by the person or operator
                            Map.entry(
                                    30005,
                                    DESTINATION_INVALID), // the number does not exist any more
                            Map.entry(
                                    30006,
                                    DESTINATION_INVALID), // a landline, or an operator out of reach
                            Map.entry(30007, NOT_DELIVERED), // filtered by the operator
                            Map.entry(30008, NOT_DELIVERED), // the operator does not say why
                            Map.entry(30036, NOT_DELIVERED), // still queued when its validity ended
                            Map.entry(
                                    60200,
                                    DESTINATION_INVALID)), // a parameter, which can only be 'To'
                    Set.of(
                            14107, // too many between this 'From' and this 'To'
                            60203)); // too many to this 'To'

    private MessageErrors() {}
}
