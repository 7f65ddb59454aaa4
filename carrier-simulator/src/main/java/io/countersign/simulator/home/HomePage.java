package io.countersign.simulator.home;

import io.countersign.simulator.calls.Call;
import io.countersign.simulator.calls.Calls;
import io.countersign.simulator.mail.ArrivedMail;
import io.countersign.simulator.mail.Mailboxes;
import io.countersign.simulator.sms.AcceptedSms;
import io.countersign.simulator.sms.TextMessages;
import io.countersign.simulator.telegram.Chat;
import io.countersign.simulator.telegram.ChatMessage;
import io.countersign.simulator.telegram.Chats;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page at {@code /}: all handsets, Telegram people and mailboxes. */
@Controller
class HomePage {

    private final TextMessages messages;
    private final Calls calls;
    private final Chats chats;
    private final Mailboxes mails;

    HomePage(TextMessages messages, Calls calls, Chats chats, Mailboxes mails) {
        this.messages = messages;
        this.calls = calls;
        this.chats = chats;
        this.mails = mails;
    }

    @GetMapping("/")
    String all(Model model) {
        model.addAttribute("handsets", handsets());
        model.addAttribute("people", people());
        model.addAttribute("mailboxes", mailboxes());
        return "home";
    }

    private record Arrival(String place, Instant at) {

        static Arrival of(AcceptedSms message) {
            return new Arrival(message.to().e164(), message.receivedAt());
        }

        static Arrival of(Call call) {
            return new Arrival(call.to().e164(), call.createdAt());
        }

        static Arrival of(ArrivedMail mail) {
            return new Arrival(mail.to().text(), mail.receivedAt());
        }
    }

    private List<HomeEntry> handsets() {
        return places(
                Stream.concat(
                        messages.all().stream().map(Arrival::of),
                        calls.all().stream().map(Arrival::of)));
    }

    private List<HomeEntry> people() {
        return chats.all().stream()
                .filter(chat -> !chat.messages().isEmpty())
                .map(HomePage::place)
                .sorted(HomeEntry.ORDER)
                .toList();
    }

    private static HomeEntry place(Chat chat) {
        return HomeEntry.of(
                chat.person().name(), chat.messages().stream().map(ChatMessage::sentAt).toList());
    }

    private List<HomeEntry> mailboxes() {
        return places(mails.all().stream().map(Arrival::of));
    }

    private static List<HomeEntry> places(Stream<Arrival> arrivals) {
        Map<String, List<Instant>> byPlace =
                arrivals.collect(
                        Collectors.groupingBy(
                                Arrival::place,
                                Collectors.mapping(Arrival::at, Collectors.toList())));
        return byPlace.entrySet().stream()
                .map(entry -> HomeEntry.of(entry.getKey(), entry.getValue()))
                .sorted(HomeEntry.ORDER)
                .toList();
    }
}
