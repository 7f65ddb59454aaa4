package io.countersign.gateway.web.security;

import io.countersign.gateway.authenticator.Authenticators;
import io.countersign.gateway.factor.FactorName;
import io.countersign.gateway.phone.PendingPhones;
import io.countersign.gateway.phone.Phones;
import io.countersign.gateway.recovery.RecoveryCodes;
import io.countersign.gateway.session.SignedIn;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which people look after their account. */
@Controller
class SecurityController {

    private final Phones phones;
    private final PendingPhones pendings;
    private final Authenticators authenticators;
    private final RecoveryCodes recoveryCodes;

    SecurityController(
            Phones phones,
            PendingPhones pendings,
            Authenticators authenticators,
            RecoveryCodes recoveryCodes) {
        this.authenticators = authenticators;
        this.recoveryCodes = recoveryCodes;
        this.phones = phones;
        this.pendings = pendings;
    }

    @GetMapping("/security")
    String page(SignedIn who, @RequestParam Map<String, String> query, Model model) {
        Done.notice(query.keySet()).ifPresent(notice -> model.addAttribute("notice", notice));
        model.addAttribute("phones", phones.confirmed(who.account()));
        model.addAttribute("pendings", pendings.of(who.account(), who.attempt()));
        model.addAttribute("authenticators", authenticators.of(who.account()));
        model.addAttribute("recoveryCodes", recoveryCodes.stock(who.account()).left());
        model.addAttribute("longestName", FactorName.LONGEST);
        return "security";
    }
}
