package io.countersign.gateway.web.phone;

import io.countersign.gateway.account.Password;
import io.countersign.gateway.enrol.SwitchCallsOn;
import io.countersign.gateway.session.SignedIn;
import io.countersign.gateway.web.Origins;
import io.countersign.gateway.web.StepUpRefusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
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
            SignedIn who,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (calls.switchOn(
                who, new Password(password), Origins.of(request), request, response)) {
            case SwitchCallsOn.Outcome.On _ -> "redirect:/security?calls-on";
            case SwitchCallsOn.Outcome.NotOff _ -> "redirect:/security?gone";
            case SwitchCallsOn.Outcome.StepUpFirst(var refused) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                StepUpRefusal.show(refused, model);
                yield page();
            }
        };
    }
}
