package io.countersign.simulator.handset;

import io.countersign.simulator.sms.PhoneNumber;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads phone numbers from addresses of pages; what is none makes the request a bad one. */
@Component
class PhoneNumberInPath implements Converter<String, PhoneNumber> {

    @Override
    public PhoneNumber convert(String text) {
        return PhoneNumber.lenient(text)
                .orElseThrow(() -> new IllegalArgumentException("not a phone number"));
    }
}
