package io.countersign.simulator.handset;

import io.countersign.simulator.sms.Changes;
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
import org.springframework.web.util.UriComponentsBuilder;

/** The pages: all handsets at {@code /}, one of them at {@code /handset/{number}}. */
@Controller
class HandsetPages {

    private final TextMessages messages;

    HandsetPages(TextMessages messages) {
        this.messages = messages;
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
                .map(found -> new ModelAndView("redirect:" + path(found)))
                .orElseGet(() -> notANumber(number));
    }

    @GetMapping("/handset/{number}")
    String one(@PathVariable PhoneNumber number, Model model) {
        Changes everything = messages.since(number, 0);
        model.addAttribute("number", number.e164());
        model.addAttribute("bubbles", everything.messages().stream().map(Bubble::of).toList());
        model.addAttribute("revision", everything.revision());
        return "handset";
    }

    private ModelAndView notANumber(String typed) {
        ModelAndView page = new ModelAndView("handsets");
        page.setStatus(HttpStatus.BAD_REQUEST);
        page.addObject("handsets", handsets());
        page.addObject("typed", typed);
        return page;
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

    private static String path(PhoneNumber number) {
        return UriComponentsBuilder.fromPath("/handset/{number}").build(number.e164()).toString();
    }
}
