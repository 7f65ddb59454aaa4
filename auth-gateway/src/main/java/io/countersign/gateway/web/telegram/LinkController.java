package io.countersign.gateway.web.telegram;

import io.countersign.events.Statement.Linked;
import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.web.NewFactorPage;
import io.countersign.gateway.web.PasswordRefusal;
import io.countersign.gateway.web.banner.Banner;
import io.countersign.gateway.web.banner.Tone;
import io.countersign.gateway.web.kept.KeptForSession;
import io.countersign.gateway.web.recovery.FirstCodesPage;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.telegram.link.LinkTelegram;
import io.countersign.identity.factor.telegram.link.TelegramLink;
import io.countersign.identity.factor.totp.code.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Links a Telegram account: name and password, the address to open, then who opened it. */
@Controller
@RequestMapping("/security/telegram")
class LinkController extends NewFactorPage {

    private static final String GONE = "redirect:/security?gone";

    private final LinkTelegram linkTelegram;
    private final FirstCodesPage firstCodes;
    private final KeptForSession kept;

    LinkController(LinkTelegram linkTelegram, FirstCodesPage firstCodes, KeptForSession kept) {
        super("telegram-new");
        this.linkTelegram = linkTelegram;
        this.firstCodes = firstCodes;
        this.kept = kept;
    }

    @Override
    protected Optional<String> begin(Form form, Model model) {
        LinkTelegram.Begin outcome =
                linkTelegram.begin(form.caller(), form.name(), form.password());
        if (outcome instanceof LinkTelegram.Begin.Begun(TelegramLink link, String address)) {
            kept.keep(
                    form.request(),
                    form.caller().who(),
                    name(link.id()),
                    address,
                    link.expiresAt());
            return Optional.of("/security/telegram/links/" + link.id());
        }
        refuse(outcome, model);
        return Optional.empty();
    }

    @OpenTo(Access.ENROLLING)
    @GetMapping("/links/{id}")
    String link(SignedIn who, @PathVariable UUID id, HttpServletRequest request, Model model) {
        Optional<TelegramLink> link = linkTelegram.find(who, id);
        if (link.isEmpty()) {
            return GONE;
        }
        model.addAttribute("link", link.get());
        Optional<Linked> opened = linkTelegram.openedBy(link.get());
        opened.ifPresent(linked -> model.addAttribute("opened", shown(linked)));
        if (opened.isEmpty()) {
            kept.find(request, who, name(id)).ifPresent(address -> show(address, model));
        }
        return "telegram-link";
    }

    private static void show(String address, Model model) {
        model.addAttribute("address", address);
        model.addAttribute("qr", QrCode.of(address));
    }

    private static String name(UUID link) {
        return "telegram-link-" + link;
    }

    /** Whether the page has something new to show. */
    @OpenTo(Access.ENROLLING)
    @GetMapping("/links/{id}/status")
    @ResponseBody
    Map<String, Boolean> status(SignedIn who, @PathVariable UUID id) {
        Optional<TelegramLink> link = linkTelegram.find(who, id);
        return Map.of("ready", link.isEmpty() || linkTelegram.openedBy(link.get()).isPresent());
    }

    @OpenTo(Access.ENROLLING)
    @PostMapping("/links/{id}/confirm")
    String confirm(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
        return switch (linkTelegram.confirm(caller, id)) {
            case LINKED -> firstCodes.after(caller.who(), "/security?telegram-added", request);
            case ALREADY_LINKED -> "redirect:/security?telegram-already-added";
            case NOT_OPENED -> "redirect:/security/telegram/links/" + id;
            case GONE -> GONE;
        };
    }

    /** Gives it up. */
    @OpenTo(Access.ENROLLING)
    @PostMapping("/links/{id}/cancel")
    String cancel(SignedIn who, @PathVariable UUID id, HttpServletRequest request) {
        kept.forget(request, name(id));
        return linkTelegram.cancel(who, id) ? "redirect:/security" : GONE;
    }

    private static String shown(Linked linked) {
        return linked.username() == null
                ? linked.shownName()
                : linked.shownName() + " (@" + linked.username() + ")";
    }

    private static void refuse(LinkTelegram.Begin outcome, Model model) {
        switch (outcome) {
            case LinkTelegram.Begin.NotSetUp _ ->
                    model.addAttribute("notice", new Banner("telegram.not-set-up", Tone.WARN));
            case LinkTelegram.Begin.NameRefused _ ->
                    model.addAttribute("nameFlaw", "authenticator.name.refused");
            case LinkTelegram.Begin.TooMany _ ->
                    model.addAttribute("notice", new Banner("telegram.too-many", Tone.WARN));
            case LinkTelegram.Begin.PasswordNotTaken(var refused) ->
                    PasswordRefusal.show(refused, model);
            case LinkTelegram.Begin.Begun _ -> {}
        }
    }
}
