package io.countersign.gateway.web.security;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.FactorName;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which people look after their account. */
@Controller
class SecurityController {

    private final List<SecurityPart> parts;

    SecurityController(List<SecurityPart> parts) {
        this.parts = parts;
    }

    @OpenTo(Access.SIGNED_IN)
    @GetMapping("/security")
    String page(
            SignedIn who,
            @RequestParam Map<String, String> query,
            HttpServletRequest request,
            Model model) {
        DoneBanner.notice(query.keySet()).ifPresent(notice -> model.addAttribute("notice", notice));
        model.addAttribute("longestName", FactorName.LONGEST);
        parts.forEach(part -> part.show(who, request, model));
        return "security";
    }
}
