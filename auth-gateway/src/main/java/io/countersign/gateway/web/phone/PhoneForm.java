package io.countersign.gateway.web.phone;

import io.countersign.identity.account.Password;
import io.countersign.identity.factor.phone.enrol.NewPhone;
import java.util.Locale;
import java.util.Map;

/**
 * The form by which a phone is added, as it was filled in; blank where it was not. Does not print.
 *
 * @param region ISO 3166 country
 * @param number as typed
 * @param name what to call the phone
 * @param password the person's own, given again
 */
record PhoneForm(String region, String number, String name, Password password) {

    static PhoneForm blank(String region) {
        return of(Map.of("region", region));
    }

    static PhoneForm of(Map<String, String> fields) {
        return new PhoneForm(
                fields.getOrDefault("region", ""),
                fields.getOrDefault("number", ""),
                fields.getOrDefault("name", ""),
                new Password(fields.getOrDefault("password", "")));
    }

    NewPhone phone(Locale locale) {
        return new NewPhone(number, region.isEmpty() ? null : region, name, locale);
    }

    @Override
    public String toString() {
        return "PhoneForm[" + region + "]";
    }
}
