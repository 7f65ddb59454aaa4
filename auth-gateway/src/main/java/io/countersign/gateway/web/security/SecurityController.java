package io.countersign.gateway.web.security;

import io.countersign.gateway.phone.PendingPhones;
import io.countersign.gateway.phone.PhoneName;
import io.countersign.gateway.phone.Phones;
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

    SecurityController(Phones phones, PendingPhones pendings) {
        this.phones = phones;
        this.pendings = pendings;
    }

    @GetMapping("/security")
    String page(SignedIn who, @RequestParam Map<String, String> query, Model model) {
        Done.notice(query.keySet()).ifPresent(notice -> model.addAttribute("notice", notice));
        model.addAttribute("phones", phones.confirmed(who.account()));
        model.addAttribute("pendings", pendings.of(who.account(), who.attempt()));
        model.addAttribute("longestName", PhoneName.LONGEST);
        return "security";
    }
}
