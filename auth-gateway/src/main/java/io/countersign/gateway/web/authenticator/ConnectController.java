package io.countersign.gateway.web.authenticator;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.web.NewFactorPage;
import io.countersign.gateway.web.PasswordRefusal;
import io.countersign.gateway.web.banner.Banner;
import io.countersign.gateway.web.banner.Tone;
import io.countersign.gateway.web.challenge.Notices;
import io.countersign.gateway.web.recovery.FirstCodesPage;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.totp.ActivateOutcome;
import io.countersign.identity.factor.totp.Authenticator;
import io.countersign.identity.factor.totp.BeginAuthenticator;
import io.countersign.identity.factor.totp.ConnectAuthenticator;
import io.countersign.identity.factor.totp.ConnectOutcome;
import io.countersign.identity.factor.totp.code.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Connects an authenticator app: name and password, then QR code and first code. */
@Controller
@RequestMapping("/security/authenticators")
class ConnectController extends NewFactorPage {

    private static final String GONE = "redirect:/security?gone";

    private final ConnectAuthenticator connect;
    private final BeginAuthenticator begin;
    private final FirstCodesPage firstCodes;

    ConnectController(
            ConnectAuthenticator connect, BeginAuthenticator begin, FirstCodesPage firstCodes) {
        super("authenticator-new");
        this.connect = connect;
        this.begin = begin;
        this.firstCodes = firstCodes;
    }

    @Override
    protected Optional<String> begin(Form form, Model model) {
        ConnectOutcome outcome = connect.begin(form.caller(), form.name(), form.password());
        if (outcome instanceof ConnectOutcome.Begun(Authenticator pending)) {
            return Optional.of("/security/authenticators/" + pending.id() + "/proof");
        }
        refuse(outcome, model);
        return Optional.empty();
    }

    @OpenTo(Access.ENROLLING)
    @GetMapping("/{id}/proof")
    String proof(SignedIn who, @PathVariable FactorId id, Model model) {
        Optional<Authenticator> pending = connect.pending(who, id);
        if (pending.isEmpty()) {
            return GONE;
        }
        String uri = begin.uri(pending.get());
        model.addAttribute("pending", pending.get());
        model.addAttribute("uri", uri);
        model.addAttribute("qr", QrCode.of(uri));
        model.addAttribute("secret", pending.get().secret().base32().replaceAll("(.{4})", "$1 "));
        return "authenticator-proof";
    }

    @OpenTo(Access.ENROLLING)
    @PostMapping("/{id}/proof")
    String activate(
            Caller caller,
            @PathVariable FactorId id,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (connect.activate(caller, id, code)) {
            case ActivateOutcome.Active _ ->
                    firstCodes.after(caller.who(), "/security?authenticator-added", request);
            case ActivateOutcome.Gone _ -> GONE;
            case ActivateOutcome.NotACode _ ->
                    again(
                            caller.who(),
                            id,
                            new Banner("answer.not-a-code.totp", Tone.WARN),
                            response,
                            model);
            case ActivateOutcome.Wrong(Optional<Duration> ahead) ->
                    again(
                            caller.who(),
                            id,
                            ahead.map(Notices::clockOff)
                                    .orElseGet(() -> new Banner("authenticator.wrong", Tone.BAD)),
                            response,
                            model);
        };
    }

    /** Gives it up. */
    @OpenTo(Access.ENROLLING)
    @PostMapping("/{id}/cancel")
    String cancel(SignedIn who, @PathVariable FactorId id) {
        return connect.cancel(who, id) ? "redirect:/security" : GONE;
    }

    private String again(
            SignedIn who, FactorId id, Banner notice, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("notice", notice);
        return proof(who, id, model);
    }

    private static void refuse(ConnectOutcome outcome, Model model) {
        switch (outcome) {
            case ConnectOutcome.NameRefused _ ->
                    model.addAttribute("nameFlaw", "authenticator.name.refused");
            case ConnectOutcome.TooMany _ ->
                    model.addAttribute("notice", new Banner("authenticator.too-many", Tone.WARN));
            case ConnectOutcome.PasswordNotTaken first ->
                    PasswordRefusal.show(first.refused(), model);
            case ConnectOutcome.Begun _ -> {}
        }
    }
}
