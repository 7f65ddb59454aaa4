package io.countersign.gateway.web.sessions;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.web.banner.Banner;
import io.countersign.gateway.web.banner.Tone;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.remembered.RememberedDevices;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Forgets remembered devices, for the page that shows them beside the sessions. */
@Controller
@RequestMapping("/security/remembered-devices")
class RememberedDevicesController {

    private static final String PAGE = "redirect:/security/sessions";

    private final RememberedDevices devices;

    RememberedDevicesController(RememberedDevices devices) {
        this.devices = devices;
    }

    @OpenTo(Access.SIGNED_IN)
    @PostMapping("/{id}/forget")
    String forget(SignedIn who, @PathVariable UUID id, RedirectAttributes flash) {
        Banner notice =
                devices.forget(who.account(), id)
                        ? new Banner("sessions.devices.forgotten", Tone.GOOD)
                        : new Banner("sessions.devices.gone", Tone.INFO);
        flash.addFlashAttribute("notice", notice);
        return PAGE;
    }

    @OpenTo(Access.SIGNED_IN)
    @PostMapping("/forget-all")
    String forgetAll(SignedIn who, RedirectAttributes flash) {
        devices.forgetAll(who.account());
        flash.addFlashAttribute("notice", new Banner("sessions.devices.all-forgotten", Tone.GOOD));
        return PAGE;
    }
}
