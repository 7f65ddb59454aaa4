package io.countersign.gateway.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which people look after their account. */
@Controller
class SecurityController {

    @GetMapping("/security")
    String page() {
        return "security";
    }
}
