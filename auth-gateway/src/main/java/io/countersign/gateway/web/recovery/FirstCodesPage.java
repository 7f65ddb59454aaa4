package io.countersign.gateway.web.recovery;

import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.recovery.FirstRecoveryCodes;
import io.countersign.identity.factor.recovery.RecoveryCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Leads to an account's first recovery codes after the request that made them due. */
@Component
public class FirstCodesPage {

    private final FirstRecoveryCodes firstCodes;
    private final CodesPage page;

    FirstCodesPage(FirstRecoveryCodes firstCodes, CodesPage page) {
        this.firstCodes = firstCodes;
        this.page = page;
    }

    /**
     * Continues after a factor was added.
     *
     * @param otherwise where to, if the account has had codes before
     */
    public String after(SignedIn who, String otherwise, HttpServletRequest request) {
        Optional<List<RecoveryCode>> codes = firstCodes.of(who.account());
        if (codes.isEmpty()) {
            return "redirect:" + otherwise;
        }
        page.keep(codes.get(), who, request);
        return "redirect:" + CodesPage.PATH + "?first";
    }
}
