package io.countersign.gateway.web.challenge;

import io.countersign.engine.status.ChallengeStatuses;
import io.countersign.engine.status.LiveStatus;
import io.countersign.events.id.ChallengeId;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps open pages up to date about their challenge. */
@Component
public class LiveChallenge {

    private final LiveStatus liveStatus;
    private final ChallengeStatuses statuses;
    private final LiveViews views;
    private final JsonMapper json;
    private final Clock clock;
    private final AtomicBoolean closing = new AtomicBoolean();

    LiveChallenge(
            LiveStatus liveStatus,
            ChallengeStatuses statuses,
            LiveViews views,
            JsonMapper json,
            Clock clock) {
        this.liveStatus = liveStatus;
        this.statuses = statuses;
        this.views = views;
        this.json = json;
        this.clock = clock;
    }

    /**
     * How the challenge stands now.
     *
     * @param id empty where none was opened yet
     */
    public LiveView look(Optional<ChallengeId> id, PageReader reader) {
        return id.flatMap(statuses::find)
                .map(status -> views.view(status, status.now(), reader))
                .orElseGet(() -> views.gone(reader));
    }

    /**
     * Sends an event with a {@link LiveView} now and whenever it changes, until the challenge has
     * ended or the browser is gone. Runs on the request's thread, which is a virtual one, and holds
     * nothing else meanwhile.
     */
    public void follow(Optional<ChallengeId> id, PageReader reader, HttpServletResponse response)
            throws InterruptedException {
        EventStream stream = new EventStream(response, json);
        PageListener listener = new PageListener(stream, views, reader, closing::get, clock);
        if (id.isPresent()) {
            liveStatus.follow(id.get(), listener);
        }
        listener.endOfNews();
    }

    /** The head of a stream, for clients that ask for nothing else. */
    public void begin(HttpServletResponse response) {
        EventStream.describe(response);
    }

    /** Leads away from a page on which nothing is left to do. */
    public LiveView leadingTo(String path, Locale locale) {
        return views.leadingTo(path, locale);
    }

    /** The same, as the one event of a stream. */
    public void leadTo(String path, Locale locale, HttpServletResponse response) {
        var _ = new EventStream(response, json).event(views.leadingTo(path, locale));
    }

    /** Lets open streams end, so that the program can. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.set(true);
    }
}
