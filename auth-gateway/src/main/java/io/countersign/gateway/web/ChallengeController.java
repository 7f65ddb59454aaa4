package io.countersign.gateway.web;

import io.countersign.challenge.Approved;
import io.countersign.challenge.Verdict;
import io.countersign.gateway.challenge.AnswerOutcome;
import io.countersign.gateway.challenge.ChallengeStatuses;
import io.countersign.gateway.challenge.SecondFactor;
import io.countersign.gateway.challenge.SendOutcome;
import io.countersign.gateway.session.Sessions;
import io.countersign.gateway.signin.Attempt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page that asks for the second factor. */
@Controller
@RequestMapping("/challenge")
class ChallengeController {

    private final SecondFactor secondFactor;
    private final ChallengeStatuses statuses;
    private final Sessions sessions;

    ChallengeController(SecondFactor secondFactor, ChallengeStatuses statuses, Sessions sessions) {
        this.secondFactor = secondFactor;
        this.statuses = statuses;
        this.sessions = sessions;
    }

    @GetMapping
    String page(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor,
            Model model) {
        Optional<Attempt> attempt = pending(visitor);
        if (attempt.isEmpty()) {
            return "redirect:/sign-in?ended";
        }
        model.addAttribute("choices", secondFactor.choices(attempt.get()));
        attempt.get()
                .challenge()
                .flatMap(statuses::find)
                .filter(status -> status.verdict() == Verdict.PENDING)
                .ifPresent(status -> model.addAttribute("status", status));
        return "challenge";
    }

    @PostMapping("/send")
    String send(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor,
            @RequestParam(required = false) @Nullable UUID phone,
            Locale locale,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Optional<Attempt> attempt = pending(visitor);
        if (attempt.isEmpty()) {
            return "redirect:/sign-in?ended";
        }
        SendOutcome outcome =
                secondFactor.send(attempt.get(), phone, request.getRemoteAddr(), locale);
        flash.addFlashAttribute("sent", outcome);
        return "redirect:/challenge";
    }

    @PostMapping("/answer")
    String answer(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor,
            @RequestParam(required = false) @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Optional<Attempt> attempt = pending(visitor);
        if (attempt.isEmpty()) {
            return "redirect:/sign-in?ended";
        }
        AnswerOutcome outcome = secondFactor.answer(attempt.get(), code, request.getRemoteAddr());
        return switch (outcome) {
            case AnswerOutcome.Right(Approved approved) ->
                    sessions.complete(attempt.get(), approved, request, response)
                            ? "redirect:/"
                            : "redirect:/sign-in?ended";
            case AnswerOutcome.Over(Verdict verdict) -> over(verdict);
            case AnswerOutcome.Wrong _, AnswerOutcome.NotACode _, AnswerOutcome.Exhausted _ -> {
                flash.addFlashAttribute("answered", outcome);
                yield "redirect:/challenge";
            }
        };
    }

    /** The first of two submissions may have signed in already; then the start page knows. */
    private static String over(Verdict verdict) {
        return switch (verdict) {
            case APPROVED -> "redirect:/";
            case LOCKED -> "redirect:/sign-in?locked";
            case DENIED -> "redirect:/sign-in?denied";
            case PENDING, EXPIRED -> "redirect:/challenge?expired";
        };
    }

    private Optional<Attempt> pending(Authentication visitor) {
        return sessions.awaiting(visitor).filter(Attempt::pending);
    }
}
