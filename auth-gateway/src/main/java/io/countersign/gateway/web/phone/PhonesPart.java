package io.countersign.gateway.web.phone;

import io.countersign.challenge.Method;
import io.countersign.gateway.web.banner.Tone;
import io.countersign.gateway.web.security.SecurityPart;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.phone.PendingPhones;
import io.countersign.identity.factor.phone.Phones;
import io.countersign.identity.method.Offers;
import io.countersign.identity.method.stop.MethodStops;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The phones, and how they are used. */
@Component
@Order(30)
class PhonesPart implements SecurityPart {

    private final Phones phones;
    private final PendingPhones pendings;
    private final MethodStops stops;
    private final Offers offers;

    PhonesPart(Phones phones, PendingPhones pendings, MethodStops stops, Offers offers) {
        this.phones = phones;
        this.pendings = pendings;
        this.stops = stops;
        this.offers = offers;
    }

    @Override
    public void show(SignedIn who, HttpServletRequest request, Model model) {
        model.addAttribute("phones", phones.confirmed(who.account()));
        model.addAttribute("pendings", pendings.of(who.account(), who.attempt()));
        model.addAttribute(
                "callsOff",
                stops.stopped(who.account(), Method.CALL, MethodStops.Reason.WRONG_CODES));
    }

    @Override
    public String panel() {
        return "phones";
    }

    @Override
    public Map<String, Tone> banners() {
        return Map.of(
                "phone-added",
                Tone.GOOD,
                "phone-used",
                Tone.GOOD,
                "calls-on",
                Tone.GOOD,
                "proof-locked",
                Tone.BAD);
    }

    @Override
    public boolean setsUp(AccountId account) {
        return offers.phoneWillDo(account);
    }
}
