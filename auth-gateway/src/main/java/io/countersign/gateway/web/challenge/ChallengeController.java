package io.countersign.gateway.web.challenge;

import io.countersign.challenge.Approved;
import io.countersign.challenge.Verdict;
import io.countersign.engine.answer.AnswerOutcome;
import io.countersign.engine.send.SendOutcome;
import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.session.Sessions;
import io.countersign.gateway.web.banner.MethodWords;
import io.countersign.identity.attempt.Attempt;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.caller.Client;
import io.countersign.identity.entry.AnswerSignIn;
import io.countersign.identity.entry.RememberedSignIn;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.method.SecondFactor;
import jakarta.servlet.http.HttpServletRequest;
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

    private static final String ENDED = "redirect:/sign-in?ended";

    private final SecondFactor secondFactor;
    private final ChallengePage challengePage;
    private final Sessions sessions;
    private final RememberedSignIn remembered;
    private final AnswerSignIn answerSignIn;
    private final MethodWords words;

    ChallengeController(
            SecondFactor secondFactor,
            ChallengePage challengePage,
            Sessions sessions,
            RememberedSignIn remembered,
            AnswerSignIn answerSignIn,
            MethodWords words) {
        this.secondFactor = secondFactor;
        this.challengePage = challengePage;
        this.sessions = sessions;
        this.remembered = remembered;
        this.answerSignIn = answerSignIn;
        this.words = words;
    }

    @OpenTo(Access.CHALLENGED)
    @GetMapping
    String page(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor,
            @RequestParam(required = false) @Nullable String method,
            @RequestParam(required = false) @Nullable String expired,
            Locale locale,
            Model model) {
        Optional<Attempt> attempt = sessions.awaiting(visitor).filter(Attempt::pending);
        if (attempt.isEmpty()) {
            return ENDED;
        }
        challengePage.sayWho(model, attempt.get());
        challengePage.offerToRemember(model, attempt.get());
        if (secondFactor.confirmed(attempt.get())) {
            return "challenge-finish";
        }
        secondFactor.number(attempt.get()).ifPresent(right -> model.addAttribute("number", right));
        return challengePage.fill(model, attempt.get(), method, expired != null, locale)
                ? "challenge"
                : "challenge-none";
    }

    @OpenTo(Access.CHALLENGED)
    @PostMapping("/send")
    String send(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor,
            @RequestParam(required = false) @Nullable String method,
            @RequestParam(required = false) @Nullable UUID factor,
            Locale locale,
            Origin origin,
            RedirectAttributes flash) {
        Optional<Attempt> attempt = sessions.awaiting(visitor).filter(Attempt::pending);
        if (attempt.isEmpty()) {
            return ENDED;
        }
        SendOutcome outcome =
                secondFactor.send(
                        attempt.get(),
                        words.named(method).orElse(null),
                        factor == null ? null : new FactorId(factor),
                        origin.address(),
                        locale);
        Notices.of(outcome).ifPresent(notice -> flash.addFlashAttribute("notice", notice));
        return switch (outcome) {
            case SendOutcome.Over(Verdict verdict) ->
                    "redirect:" + Journey.of(attempt.get()).after(verdict);
            case SendOutcome.Suspended _ -> ENDED;
            case SendOutcome.OnItsWay _,
                    SendOutcome.TooSoon _,
                    SendOutcome.Limited _,
                    SendOutcome.Rests _,
                    SendOutcome.CountryNotServed _,
                    SendOutcome.NotOffered _,
                    SendOutcome.NotTaken _ ->
                    back(method);
        };
    }

    @OpenTo(Access.CHALLENGED)
    @PostMapping("/answer")
    String answer(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor,
            @RequestParam(required = false) @Nullable String method,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(defaultValue = "false") boolean remember,
            Client client,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Optional<Attempt> attempt = sessions.awaiting(visitor).filter(Attempt::pending);
        if (attempt.isEmpty()) {
            return ENDED;
        }
        AnswerOutcome outcome =
                answerSignIn.answer(
                        attempt.get(), words.named(method).orElse(null), code, remember, client);
        Notices.of(challengePage.asToldTo(attempt.get(), outcome), words)
                .ifPresent(notice -> flash.addFlashAttribute("notice", notice));
        return switch (outcome) {
            case AnswerOutcome.Right _ -> goOn(attempt.get(), request);
            // The first of two submissions may have signed in already; the start page can tell.
            case AnswerOutcome.Over(Verdict verdict) ->
                    "redirect:" + Journey.of(attempt.get()).after(verdict);
            case AnswerOutcome.Suspended _ -> ENDED;
            case AnswerOutcome.Wrong _,
                    AnswerOutcome.NotACode _,
                    AnswerOutcome.NotOffered _,
                    AnswerOutcome.Exhausted _ ->
                    back(method);
        };
    }

    /** Signs in, or steps up, a person who has confirmed in Telegram. */
    @OpenTo(Access.CHALLENGED)
    @PostMapping("/finish")
    String finish(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor,
            @RequestParam(defaultValue = "false") boolean remember,
            Client client,
            HttpServletRequest request) {
        Optional<Attempt> attempt = sessions.awaiting(visitor).filter(Attempt::pending);
        if (attempt.isEmpty()) {
            return ENDED;
        }
        return switch (secondFactor.finish(attempt.get(), client.origin().address())) {
            case AnswerOutcome.Right(Approved approved)
                    when remembered.complete(attempt.get(), approved, remember, client) ->
                    goOn(attempt.get(), request);
            case AnswerOutcome.Over(Verdict verdict) ->
                    "redirect:" + Journey.of(attempt.get()).after(verdict);
            default -> ENDED;
        };
    }

    private static String goOn(Attempt attempt, HttpServletRequest request) {
        return "redirect:" + (attempt.stepsUp() ? WayBack.take(request) : "/");
    }

    private String back(@Nullable String method) {
        return words.named(method).isEmpty()
                ? "redirect:/challenge"
                : "redirect:/challenge?method=" + method;
    }
}
