package io.countersign.simulator.handset;

import io.countersign.simulator.live.Pulse;
import io.countersign.simulator.sms.PhoneNumber;
import io.countersign.simulator.sms.TextMessage;
import io.countersign.simulator.sms.TextMessages;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages: all handsets at {@code /}, one of them at {@code /handset/{number}}. */
@Controller
class HandsetPages {

    private final TextMessages messages;
    private final Pulse pulse;

    HandsetPages(TextMessages messages, Pulse pulse) {
        this.messages = messages;
        this.pulse = pulse;
    }

    @GetMapping("/")
    String all(Model model) {
        model.addAttribute("handsets", handsets());
        return "handsets";
    }

    /** Takes the number as people type it and goes to its handset. */
    @GetMapping("/handset")
    ModelAndView open(@RequestParam String number) {
        return PhoneNumber.lenient(number)
                .map(HandsetPages::redirectTo)
                .orElseGet(() -> notANumber(number));
    }

    @GetMapping("/handset/{number}")
    ModelAndView one(@PathVariable String number) {
        return PhoneNumber.lenient(number)
                .map(found -> found.e164().equals(number) ? page(found) : redirectTo(found))
                .orElseGet(() -> notANumber(number));
    }

    private ModelAndView page(PhoneNumber number) {
        long revision = pulse.revision();
        return new ModelAndView("handset")
                .addObject("number", number.e164())
                .addObject("bubbles", messages.to(number).stream().map(Bubble::of).toList())
                .addObject("revision", revision);
    }

    private ModelAndView notANumber(String typed) {
        ModelAndView page = new ModelAndView("handsets", HttpStatus.BAD_REQUEST);
        return page.addObject("handsets", handsets()).addObject("typed", typed);
    }

    private List<Handset> handsets() {
        return messages.all().stream()
                .collect(Collectors.groupingBy(TextMessage::to))
                .values()
                .stream()
                .map(Handset::of)
                .sorted(Comparator.comparing(Handset::latest).reversed())
                .toList();
    }

    private static ModelAndView redirectTo(PhoneNumber number) {
        return new ModelAndView("redirect:/handset/" + number.e164());
    }
}
