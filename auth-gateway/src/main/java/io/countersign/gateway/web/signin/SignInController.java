package io.countersign.gateway.web.signin;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.session.AuthenticationLevel;
import io.countersign.gateway.session.Sessions;
import io.countersign.gateway.web.banner.Banner;
import io.countersign.gateway.web.banner.Tone;
import io.countersign.gateway.web.challenge.Notices;
import io.countersign.gateway.web.challenge.WayBack;
import io.countersign.identity.account.EmailAddress;
import io.countersign.identity.account.Password;
import io.countersign.identity.admission.TooBusy;
import io.countersign.identity.attempt.Attempt;
import io.countersign.identity.caller.Client;
import io.countersign.identity.credential.CheckPassword;
import io.countersign.identity.credential.PasswordOutcome;
import io.countersign.identity.entry.ContinueSignIn;
import io.countersign.identity.factor.telegram.PromptLimits;
import io.countersign.identity.method.SecondFactor;
import io.countersign.identity.signup.SignUpSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sign-in page. */
@Controller
class SignInController {

    private static final Banner WRONG = new Banner("sign-in.wrong", Tone.BAD);

    private final CheckPassword checkPassword;
    private final SecondFactor secondFactor;
    private final Sessions sessions;
    private final ContinueSignIn continueSignIn;
    private final SignUpSettings signUp;
    private final PromptLimits prompts;
    private final Clock clock;

    SignInController(
            CheckPassword checkPassword,
            SecondFactor secondFactor,
            Sessions sessions,
            ContinueSignIn continueSignIn,
            SignUpSettings signUp,
            PromptLimits prompts,
            Clock clock) {
        this.prompts = prompts;
        this.checkPassword = checkPassword;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
        this.continueSignIn = continueSignIn;
        this.signUp = signUp;
        this.clock = clock;
    }

    /** Whether the page offers to make an account. */
    @ModelAttribute("signUpOpen")
    boolean signUpOpen() {
        return signUp.open();
    }

    @OpenTo(Access.EVERYBODY)
    @GetMapping("/sign-in")
    String page(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor,
            @RequestParam Map<String, String> query,
            Model model) {
        Optional<String> then = WayBack.ours(query.getOrDefault("then", ""));
        if (sessions.standing(visitor) == AuthenticationLevel.SIGNED_IN) {
            return "redirect:" + then.orElse("/");
        }
        then.ifPresent(path -> model.addAttribute("then", path));
        model.addAttribute("takenOver", ArrivalBanner.takenOver(query.keySet()));
        ArrivalBanner.notice(query.keySet(), prompts.frozen().toMinutes())
                .ifPresent(notice -> model.addAttribute("notice", notice));
        model.addAttribute(
                "unfinished", sessions.awaiting(visitor).filter(Attempt::pending).isPresent());
        return "sign-in";
    }

    @OpenTo(Access.EVERYBODY)
    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String then,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            Client client,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<EmailAddress> address = EmailAddress.parse(email);
        PasswordOutcome outcome =
                checkPassword.check(
                        address.orElse(EmailAddress.OF_NOBODY),
                        new Password(password),
                        client.origin());
        return switch (outcome) {
            case PasswordOutcome.Right(Attempt attempt) ->
                    goOn(attempt, then, locale, flash, client, request);
            case PasswordOutcome.Wrong _ -> {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                yield again(email, then, WRONG, model);
            }
            case PasswordOutcome.TooMany(Instant retryAt) -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, secondsUntil(retryAt));
                yield again(email, then, new Banner("sign-in.too-many", Tone.WARN, retryAt), model);
            }
            case PasswordOutcome.Busy _ -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                response.setIntHeader(HttpHeaders.RETRY_AFTER, TooBusy.RETRY_SECONDS);
                yield again(email, then, new Banner("sign-in.busy", Tone.WARN), model);
            }
        };
    }

    private String goOn(
            Attempt attempt,
            String then,
            Locale locale,
            RedirectAttributes flash,
            Client client,
            HttpServletRequest request) {
        ContinueSignIn.Next next = continueSignIn.after(attempt, client);
        if (next == ContinueSignIn.Next.ENDED) {
            return "redirect:/sign-in?ended";
        }
        WayBack.keep(request, then);
        if (next == ContinueSignIn.Next.SIGNED_IN) {
            return "redirect:/";
        }
        secondFactor
                .begin(attempt, client.origin().address(), locale)
                .flatMap(Notices::of)
                .ifPresent(notice -> flash.addFlashAttribute("notice", notice));
        return "redirect:/challenge";
    }

    private static String again(String email, String then, Banner notice, Model model) {
        WayBack.ours(then).ifPresent(path -> model.addAttribute("then", path));
        model.addAttribute("email", email);
        model.addAttribute("notice", notice);
        return "sign-in";
    }

    private String secondsUntil(Instant then) {
        return Long.toString(Math.max(1, Duration.between(clock.instant(), then).toSeconds()));
    }
}
