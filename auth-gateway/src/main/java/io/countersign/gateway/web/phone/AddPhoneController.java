package io.countersign.gateway.web.phone;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.web.PasswordRefusal;
import io.countersign.gateway.web.banner.Banner;
import io.countersign.gateway.web.banner.Tone;
import io.countersign.gateway.web.banner.Words;
import io.countersign.gateway.web.challenge.Notices;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.FactorName;
import io.countersign.identity.factor.phone.enrol.AddPhone;
import io.countersign.identity.factor.phone.enrol.AddPhoneOutcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page that asks for a phone to add. */
@Controller
class AddPhoneController {

    private final AddPhone addPhone;
    private final Countries countries;

    AddPhoneController(AddPhone addPhone, Countries countries) {
        this.addPhone = addPhone;
        this.countries = countries;
    }

    @OpenTo(Access.ABOUT_TO_ENROL)
    @GetMapping("/security/phones/new")
    String page(HttpServletRequest request, Locale locale, Model model) {
        String likely = countries.likely(Collections.list(request.getLocales())).orElse("");
        return form(PhoneForm.blank(likely), locale, model);
    }

    @OpenTo(Access.ABOUT_TO_ENROL)
    @PostMapping("/security/phones/new")
    String add(
            Caller caller,
            @RequestParam Map<String, String> fields,
            Locale locale,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        PhoneForm form = PhoneForm.of(fields);
        AddPhoneOutcome outcome = addPhone.begin(caller, form.phone(locale), form.password());
        if (outcome instanceof AddPhoneOutcome.Begun begun) {
            Notices.of(begun.sent()).ifPresent(notice -> flash.addFlashAttribute("notice", notice));
            return "redirect:" + Proofs.journey(begun.pending().phone().id()).page();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        refuse(outcome, model);
        return form(form, locale, model);
    }

    /** Gives up the proof of one. */
    @OpenTo(Access.ENROLLING)
    @PostMapping("/security/phones/{id}/cancel")
    String cancel(SignedIn who, @PathVariable FactorId id) {
        return addPhone.cancel(who, id) ? "redirect:/security" : "redirect:" + Proofs.GONE;
    }

    private static void refuse(AddPhoneOutcome outcome, Model model) {
        switch (outcome) {
            case AddPhoneOutcome.NumberRefused refused ->
                    model.addAttribute("numberFlaw", "phone.number." + Words.of(refused.flaw()));
            case AddPhoneOutcome.AlreadyAdded _ ->
                    model.addAttribute("numberFlaw", "phone.number.already-added");
            case AddPhoneOutcome.NotAlone _ ->
                    model.addAttribute(
                            "notice", new Banner("change.only-fallbacks-left", Tone.WARN));
            case AddPhoneOutcome.TooManyPhones _ ->
                    model.addAttribute("notice", new Banner("phone.too-many", Tone.WARN));
            case AddPhoneOutcome.PasswordNotTaken first ->
                    PasswordRefusal.show(first.refused(), model);
            case AddPhoneOutcome.Begun _ -> {}
        }
    }

    private String form(PhoneForm form, Locale locale, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("countries", countries.in(locale));
        model.addAttribute("longestName", FactorName.LONGEST);
        return "phone-new";
    }
}
