package io.countersign.simulator.mail;

import io.countersign.simulator.KeepSettings;
import io.countersign.simulator.live.Changed;
import io.countersign.simulator.live.Feed;
import io.countersign.simulator.live.Pulse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** All mails that are remembered, by address. */
@Component
public class Mailboxes {

    private final Map<MailAddress, Feed<ArrivedMail>> mailboxes = new ConcurrentHashMap<>();
    private final KeepSettings keep;
    private final Pulse pulse;

    Mailboxes(KeepSettings keep, Pulse pulse) {
        this.keep = keep;
        this.pulse = pulse;
    }

    public void add(ArrivedMail mail) {
        mailbox(mail.to()).add(mail.id(), mail);
    }

    public Optional<ArrivedMail> find(MailAddress to, String id) {
        return mailbox(to).find(id);
    }

    /** Oldest first. */
    public List<ArrivedMail> to(MailAddress address) {
        return Optional.ofNullable(mailboxes.get(address)).map(Feed::all).orElse(List.of());
    }

    /** Oldest first. */
    public List<ArrivedMail> all() {
        return mailboxes.values().stream()
                .flatMap(mailbox -> mailbox.all().stream())
                .sorted(Comparator.comparing(ArrivedMail::receivedAt))
                .toList();
    }

    /** What changed at an address since a revision; 0 stands for the beginning. */
    public Changed<ArrivedMail> since(MailAddress address, long seen) {
        return mailbox(address).since(seen);
    }

    void clear() {
        mailboxes.values().forEach(Feed::clear);
    }

    private Feed<ArrivedMail> mailbox(MailAddress address) {
        return mailboxes.computeIfAbsent(address, _ -> new Feed<>(keep.messagesPerNumber(), pulse));
    }
}
