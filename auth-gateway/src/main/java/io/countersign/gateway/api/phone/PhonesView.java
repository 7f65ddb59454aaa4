package io.countersign.gateway.api.phone;

import java.util.List;

/**
 * The phones of an account.
 *
 * @param phones its factors, the one used last first
 * @param pending those that this session is adding
 */
record PhonesView(List<PhoneView> phones, List<PendingPhoneView> pending) {

    PhonesView {
        phones = List.copyOf(phones);
        pending = List.copyOf(pending);
    }
}
