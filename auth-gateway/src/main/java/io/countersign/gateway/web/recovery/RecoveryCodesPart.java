package io.countersign.gateway.web.recovery;

import io.countersign.gateway.web.security.SecurityPart;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.recovery.RemainingRecoveryCodes;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** How many recovery codes are left. */
@Component
class RecoveryCodesPart implements SecurityPart {

    private final RemainingRecoveryCodes codes;
    private final CodesPage page;

    RecoveryCodesPart(RemainingRecoveryCodes codes, CodesPage page) {
        this.codes = codes;
        this.page = page;
    }

    @Override
    public void show(SignedIn who, HttpServletRequest request, Model model) {
        model.addAttribute("recoveryCodes", codes.stock(who.account()).left());
        model.addAttribute("codesWaiting", page.find(who, request).isPresent());
    }
}
