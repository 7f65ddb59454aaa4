package io.countersign.gateway.web.phone;

import io.countersign.challenge.Method;
import io.countersign.challenge.Verdict;
import io.countersign.engine.answer.AnswerOutcome;
import io.countersign.engine.send.SendOutcome;
import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.web.banner.MethodWords;
import io.countersign.gateway.web.challenge.CodePage;
import io.countersign.gateway.web.challenge.Journey;
import io.countersign.gateway.web.challenge.Notices;
import io.countersign.gateway.web.recovery.FirstCodesPage;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.phone.PendingPhone;
import io.countersign.identity.factor.phone.enrol.AddPhone;
import io.countersign.identity.factor.phone.enrol.ConfirmPhone;
import io.countersign.identity.factor.phone.enrol.ConfirmPhoneOutcome;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a person proves by a code that a phone is theirs. */
@Controller
@RequestMapping("/security/phones/{phone}/proof")
class ProofController {

    private static final String GONE = "redirect:" + Proofs.GONE;

    private final Proofs proofs;
    private final CodePage codePage;
    private final AddPhone addPhone;
    private final ConfirmPhone confirmPhone;
    private final FirstCodesPage firstCodes;
    private final MethodWords words;

    ProofController(
            Proofs proofs,
            CodePage codePage,
            AddPhone addPhone,
            ConfirmPhone confirmPhone,
            FirstCodesPage firstCodes,
            MethodWords words) {
        this.words = words;
        this.firstCodes = firstCodes;
        this.proofs = proofs;
        this.codePage = codePage;
        this.addPhone = addPhone;
        this.confirmPhone = confirmPhone;
    }

    @OpenTo(Access.ENROLLING)
    @GetMapping
    String page(
            SignedIn who,
            @PathVariable FactorId phone,
            @RequestParam(required = false) @Nullable String expired,
            Locale locale,
            Model model) {
        Optional<PendingPhone> pending = proofs.find(who, phone);
        if (pending.isEmpty()) {
            return GONE;
        }
        model.addAttribute("phone", pending.get().phone());
        codePage.fill(
                model,
                pending.get().challenge(),
                Method.SMS,
                Proofs.reader(pending.get(), locale),
                expired != null);
        return "phone-proof";
    }

    @OpenTo(Access.ENROLLING)
    @PostMapping("/send")
    String send(
            SignedIn who,
            @PathVariable FactorId phone,
            Locale locale,
            Origin origin,
            RedirectAttributes flash) {
        Optional<SendOutcome> outcome = addPhone.resend(who, phone, origin.address(), locale);
        outcome.flatMap(Notices::of).ifPresent(notice -> flash.addFlashAttribute("notice", notice));
        return outcome.map(
                        sent ->
                                sent instanceof SendOutcome.Over(Verdict verdict)
                                        ? after(verdict, phone)
                                        : after(Verdict.PENDING, phone))
                .orElse(GONE);
    }

    @OpenTo(Access.ENROLLING)
    @PostMapping("/answer")
    String answer(
            Caller caller,
            @PathVariable FactorId phone,
            @RequestParam(required = false) @Nullable String code,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return switch (confirmPhone.confirm(caller, phone, code)) {
            case ConfirmPhoneOutcome.Confirmed _ ->
                    firstCodes.after(
                            caller.who(), Proofs.journey(phone).after(Verdict.APPROVED), request);
            case ConfirmPhoneOutcome.Gone _ -> GONE;
            case ConfirmPhoneOutcome.NotConfirmed(AnswerOutcome answer) -> {
                Notices.of(answer, words)
                        .ifPresent(notice -> flash.addFlashAttribute("notice", notice));
                yield answer instanceof AnswerOutcome.Over(Verdict verdict)
                        ? after(verdict, phone)
                        : after(Verdict.PENDING, phone);
            }
        };
    }

    private static String after(Verdict verdict, FactorId phone) {
        Journey journey = Proofs.journey(phone);
        return "redirect:" + journey.after(verdict);
    }
}
