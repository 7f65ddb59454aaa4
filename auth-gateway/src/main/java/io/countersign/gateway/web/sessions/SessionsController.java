package io.countersign.gateway.web.sessions;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.web.banner.Banner;
import io.countersign.gateway.web.banner.Tone;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.Client;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.remembered.RememberedDeviceList;
import io.countersign.identity.sessions.ActiveSessions;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page on which people see where they are signed in, and end sessions that they do not know.
 */
@Controller
@RequestMapping("/security/sessions")
class SessionsController {

    private static final String PAGE = "redirect:/security/sessions";

    private final ActiveSessions sessions;
    private final RememberedDeviceList devices;

    SessionsController(ActiveSessions sessions, RememberedDeviceList devices) {
        this.sessions = sessions;
        this.devices = devices;
    }

    @OpenTo(Access.SIGNED_IN)
    @GetMapping
    String page(SignedIn who, Client client, Locale locale, Model model) {
        model.addAttribute("sessions", sessions.of(who, locale));
        model.addAttribute("remembering", devices.possible());
        model.addAttribute("devices", devices.of(who.account(), client.remembered(), locale));
        return "sessions";
    }

    @OpenTo(Access.SIGNED_IN)
    @PostMapping("/{id}/end")
    String end(Caller caller, @PathVariable AttemptId id, RedirectAttributes flash) {
        Banner notice =
                sessions.end(caller, id)
                        ? new Banner("sessions.ended", Tone.GOOD)
                        : new Banner("sessions.gone", Tone.INFO);
        flash.addFlashAttribute("notice", notice);
        return PAGE;
    }

    @OpenTo(Access.SIGNED_IN)
    @PostMapping("/end-others")
    String endOthers(Caller caller, RedirectAttributes flash) {
        sessions.endOthers(caller);
        flash.addFlashAttribute("notice", new Banner("sessions.others-ended", Tone.GOOD));
        return PAGE;
    }
}
