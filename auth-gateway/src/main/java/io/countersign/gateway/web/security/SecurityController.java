package io.countersign.gateway.web.security;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.web.banner.Banner;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.FactorName;
import io.countersign.identity.factor.NamedFactors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which people look after their account. */
@Controller
class SecurityController {

    private final List<SecurityPart> parts;
    private final NamedFactors factors;

    SecurityController(List<SecurityPart> parts, NamedFactors factors) {
        this.parts = parts;
        this.factors = factors;
    }

    @OpenTo(Access.SIGNED_IN)
    @GetMapping("/security")
    String page(
            SignedIn who,
            @RequestParam Map<String, String> query,
            HttpServletRequest request,
            Model model) {
        DoneBanner.notice(query.keySet())
                .or(() -> ofParts(query.keySet()))
                .ifPresent(notice -> model.addAttribute("notice", notice));
        model.addAttribute("longestName", FactorName.LONGEST);
        model.addAttribute("unprotected", factors.of(who.account()).isEmpty());
        model.addAttribute(
                "panels",
                parts.stream().map(SecurityPart::panel).filter(panel -> !panel.isEmpty()).toList());
        parts.forEach(part -> part.show(who, request, model));
        return "security";
    }

    private Optional<Banner> ofParts(Set<String> parameters) {
        return parts.stream()
                .flatMap(part -> part.banners().entrySet().stream())
                .filter(banner -> parameters.contains(banner.getKey()))
                .findFirst()
                .map(banner -> new Banner("security." + banner.getKey(), banner.getValue()));
    }
}
