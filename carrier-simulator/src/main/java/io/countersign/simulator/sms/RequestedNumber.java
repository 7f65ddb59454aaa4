package io.countersign.simulator.sms;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The phone that a test asks about. */
public final class RequestedNumber {

    private RequestedNumber() {}

    /**
     * Reads the parameter {@code to}.
     *
     * @throws ResponseStatusException 400 when it is no phone number
     */
    public static PhoneNumber of(String to) {
        return PhoneNumber.lenient(to)
                .orElseThrow(
                        () ->
                                new ResponseStatusException(
                                        HttpStatus.BAD_REQUEST,
                                        "'to' must be a phone number in E.164 form"));
    }
}
