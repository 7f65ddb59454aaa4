package io.countersign.simulator.handset;

import io.countersign.simulator.calls.Calls;
import io.countersign.simulator.live.Pulse;
import io.countersign.simulator.sms.PhoneNumber;
import io.countersign.simulator.sms.TextMessages;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The handset of a number at {@code /handset/{number}}. */
@Controller
class HandsetPages {

    private final TextMessages messages;
    private final Calls calls;
    private final Pulse pulse;

    HandsetPages(TextMessages messages, Calls calls, Pulse pulse) {
        this.messages = messages;
        this.calls = calls;
        this.pulse = pulse;
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
        List<CallEntry> rung =
                calls.to(number).stream().filter(CallEntry::noticed).map(CallEntry::of).toList();
        List<ThreadEntry> thread =
                Stream.concat(
                                messages.to(number).stream().map(Bubble::of).map(ThreadEntry::of),
                                rung.stream()
                                        .filter(call -> !call.ending().isEmpty())
                                        .map(ThreadEntry::of))
                        .sorted(Comparator.comparing(ThreadEntry::instant))
                        .toList();
        return new ModelAndView("handset")
                .addObject("number", number.e164())
                .addObject("thread", thread)
                .addObject("live", rung.stream().filter(call -> call.ending().isEmpty()).toList())
                .addObject("revision", revision);
    }

    private static ModelAndView notANumber(String typed) {
        return new ModelAndView("unknown", HttpStatus.BAD_REQUEST)
                .addObject("typed", typed)
                .addObject("wanted", "a phone number")
                .addObject("hint", "Write it with its country code, such as +12015550123.");
    }

    private static ModelAndView redirectTo(PhoneNumber number) {
        return new ModelAndView("redirect:/handset/" + number.e164());
    }
}
