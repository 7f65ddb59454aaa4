package io.countersign.gateway.web.phone;

import io.countersign.gateway.web.ChangeAnswer;
import io.countersign.identity.account.Password;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.factor.phone.call.SwitchCallsOn;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Switches calls on again. */
@Controller
@RequestMapping("/security/calls/on")
class CallsController {

    private final SwitchCallsOn calls;

    CallsController(SwitchCallsOn calls) {
        this.calls = calls;
    }

    @GetMapping
    String page() {
        return "calls-on";
    }

    @PostMapping
    String switchOn(
            Caller caller,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response,
            Model model) {
        return ChangeAnswer.to(
                calls.switchOn(caller, new Password(password)),
                "calls-on",
                response,
                model,
                this::page);
    }
}
