package io.countersign.gateway.demo;

import io.countersign.events.content.Destination;
import io.countersign.identity.account.Account;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.account.EmailAddress;
import io.countersign.identity.account.Password;
import io.countersign.identity.credential.PasswordHashes;
import io.countersign.identity.factor.phone.Phones;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes the demonstration account at the first start. */
@Component
class DemoAccount implements ApplicationRunner {

    private final DemoSettings settings;
    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final Phones phones;

    DemoAccount(DemoSettings settings, Accounts accounts, PasswordHashes hashes, Phones phones) {
        this.settings = settings;
        this.accounts = accounts;
        this.hashes = hashes;
        this.phones = phones;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.email() == null || settings.password() == null || settings.phone() == null) {
            return;
        }
        EmailAddress email = EmailAddress.parse(settings.email()).orElseThrow();
        if (accounts.find(email).isEmpty()) {
            accounts.add(
                    AccountId.next(), email, hashes.hash(new Password(settings.password())), "en");
            Account account = accounts.find(email).orElseThrow();
            phones.addConfirmed(
                    account.id(), new Destination(settings.phone()), "US", "Demonstration phone");
        }
    }
}
