package io.countersign.identity.alert;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.account.Addressee;
import io.countersign.identity.geolocation.Places;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Names places in the reader's language. */
@Component
class WhereTold {

    private final Accounts accounts;
    private final Places places;

    WhereTold(Accounts accounts, Places places) {
        this.accounts = accounts;
        this.places = places;
    }

    /** Roughly where the IP address is; empty where that is not known. */
    Optional<String> of(AccountId account, String address) {
        return accounts.addressee(account)
                .map(Addressee::locale)
                .map(Locale::forLanguageTag)
                .flatMap(locale -> places.of(address, locale));
    }
}
