package io.countersign.gateway.web.recovery;

import io.countersign.gateway.recovery.FirstRecoveryCodes;
import io.countersign.gateway.recovery.RecoveryCode;
import io.countersign.gateway.session.SignedIn;
import io.countersign.gateway.web.notice.Notice;
import io.countersign.gateway.web.notice.Tone;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Shows an account's first recovery codes, as the answer to the request that made them due: on the
 * way to a page of their own they would have to be kept somewhere.
 */
@Component
public class FirstCodesPage {

    private final FirstRecoveryCodes firstCodes;

    FirstCodesPage(FirstRecoveryCodes firstCodes) {
        this.firstCodes = firstCodes;
    }

    /**
     * Goes on after a factor was added.
     *
     * @param otherwise where to, when the account has had codes before
     */
    public String after(SignedIn who, String otherwise, Model model) {
        Optional<List<RecoveryCode>> codes = firstCodes.of(who.account());
        if (codes.isEmpty()) {
            return "redirect:" + otherwise;
        }
        model.addAttribute("notice", new Notice("recovery.first", Tone.GOOD));
        return show(codes.get(), model);
    }

    static String show(List<RecoveryCode> codes, Model model) {
        model.addAttribute("codes", codes.stream().map(RecoveryCode::readable).toList());
        return "recovery-codes";
    }
}
