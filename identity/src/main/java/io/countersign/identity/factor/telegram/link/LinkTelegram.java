package io.countersign.identity.factor.telegram.link;

import io.countersign.challenge.Method;
import io.countersign.events.Statement.Linked;
import io.countersign.identity.account.Password;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.change.FactorChange;
import io.countersign.identity.change.FactorEdit;
import io.countersign.identity.credential.ReenterOutcome;
import io.countersign.identity.credential.ReenterPassword;
import io.countersign.identity.event.Protection;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.FactorName;
import io.countersign.identity.factor.telegram.TelegramAccount;
import io.countersign.identity.factor.telegram.TelegramAccounts;
import io.countersign.identity.factor.telegram.TelegramLinkSettings;
import io.countersign.identity.method.stop.MethodStops;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Links a Telegram account: an address that works once is opened in Telegram, the page shows who
 * opened it, and only then is it confirmed.
 */
@Service
public class LinkTelegram {

    private final TelegramLinkSettings settings;
    private final ReenterPassword reenter;
    private final TelegramAccounts telegram;
    private final TelegramLinks links;
    private final LinkTickets tickets;
    private final MethodStops stops;
    private final FactorChange factorChange;

    LinkTelegram(
            TelegramLinkSettings settings,
            ReenterPassword reenter,
            TelegramAccounts telegram,
            TelegramLinks links,
            LinkTickets tickets,
            MethodStops stops,
            FactorChange factorChange) {
        this.settings = settings;
        this.reenter = reenter;
        this.telegram = telegram;
        this.links = links;
        this.tickets = tickets;
        this.stops = stops;
        this.factorChange = factorChange;
    }

    /** What became of asking for a linking address. */
    public sealed interface Begin {

        /**
         * It works for the first person who opens it.
         *
         * @param address for button and QR code; kept nowhere
         */
        record Begun(TelegramLink link, String address) implements Begin {

            @Override
            public String toString() {
                return "Begun[" + link.id() + "]";
            }
        }

        /** The operator has set up no bot. */
        record NotSetUp() implements Begin {}

        record NameRefused() implements Begin {}

        record TooMany(int most) implements Begin {}

        record PasswordNotTaken(ReenterOutcome.Refused refused) implements Begin {}
    }

    /** What became of confirming who opened the address. */
    public enum Confirm {
        LINKED,
        /** The account had it linked before. */
        ALREADY_LINKED,
        /** Nobody has opened the address yet. */
        NOT_OPENED,
        /** This session has no such linking, or no longer. */
        GONE
    }

    public Begin begin(Caller caller, String typedName, Password password) {
        if (!settings.setUp()) {
            return new Begin.NotSetUp();
        }
        Optional<FactorName> name = FactorName.parse(typedName);
        if (name.isEmpty()) {
            return new Begin.NameRefused();
        }
        if (telegram.of(caller.account()).size() >= settings.most()) {
            return new Begin.TooMany(settings.most());
        }
        return switch (reenter.check(caller.account(), password, caller.origin())) {
            case ReenterOutcome.Refused refused -> new Begin.PasswordNotTaken(refused);
            case ReenterOutcome.Right _ -> begun(caller.who(), name.get());
        };
    }

    public Optional<TelegramLink> find(SignedIn who, UUID link) {
        return links.find(who.account(), who.attempt(), link);
    }

    /** The Telegram account that opened the address; empty while none has. */
    public Optional<Linked> openedBy(TelegramLink link) {
        return tickets.broughtBy(link);
    }

    /**
     * Makes the Telegram account that opened the address a factor, and Telegram a method; all other
     * sessions end, and this one continues under a new id.
     */
    public Confirm confirm(Caller caller, UUID id) {
        Optional<TelegramLink> link = find(caller.who(), id);
        if (link.isEmpty()) {
            return Confirm.GONE;
        }
        Optional<Linked> opened = openedBy(link.get());
        if (opened.isEmpty()) {
            return Confirm.NOT_OPENED;
        }
        boolean added =
                factorChange.add(
                        caller,
                        FactorEdit.adding(
                                new Protection.Factors(List.of(factor(link.get()))),
                                () -> add(caller.who(), link.get(), opened.get())));
        if (added) {
            return Confirm.LINKED;
        }
        return telegram.reachableAgain(caller.account(), opened.get())
                ? Confirm.ALREADY_LINKED
                : Confirm.GONE;
    }

    /** Gives it up; false where there is none such. */
    public boolean cancel(SignedIn who, UUID link) {
        return links.take(who.account(), who.attempt(), link);
    }

    private Begin begun(SignedIn who, FactorName name) {
        TelegramLink link =
                links.begin(
                        who.account(),
                        who.attempt(),
                        name.value(),
                        tickets.next(),
                        settings.patience());
        return new Begin.Begun(link, settings.address(tickets.issue(link)));
    }

    private static Factor factor(TelegramLink link) {
        return new Factor(TelegramAccount.KIND, new FactorId(link.id()), link.name(), "", null);
    }

    private boolean add(SignedIn who, TelegramLink link, Linked opened) {
        if (!links.take(who.account(), who.attempt(), link.id())
                || !telegram.add(who.account(), link.name(), opened)) {
            return false;
        }
        stops.start(who.account(), Method.TELEGRAM, MethodStops.Reason.OWNER);
        return true;
    }
}
