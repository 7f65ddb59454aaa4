package io.countersign.gateway.web.challenge;

import io.countersign.challenge.Verdict;
import io.countersign.engine.status.ChallengeStatus;
import io.countersign.engine.status.LiveStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One open page: gets the words for every change, also when only the passing of time changes what
 * to say.
 */
final class PageListener implements LiveStatus.Audience {

    /** Then the page asks again, and learns if its session has ended meanwhile. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final EventStream stream;
    private final LiveViews views;
    private final PageReader reader;
    private final BooleanSupplier closing;
    private final InstantSource clock;
    private final Instant opened;
    private Instant heard;
    private @Nullable ChallengeStatus known;
    private @Nullable LiveView told;
    private boolean listening = true;

    PageListener(
            EventStream stream,
            LiveViews views,
            PageReader reader,
            BooleanSupplier closing,
            InstantSource clock) {
        this.stream = stream;
        this.views = views;
        this.reader = reader;
        this.closing = closing;
        this.clock = clock;
        opened = clock.instant();
        heard = opened;
    }

    @Override
    public boolean tell(@Nullable ChallengeStatus news) {
        if (news != null) {
            known = news;
            heard = clock.instant();
        }
        if (closing.getAsBoolean() || clock.instant().isAfter(opened.plus(LONGEST))) {
            listening = false;
        }
        listening = listening && known != null && tell(known, news != null);
        return listening;
    }

    /** To be called when nothing more will come: says so unless that has been said already. */
    void endOfNews() {
        if (listening && (told == null || told.verdict() == Verdict.PENDING)) {
            var _ = stream.event(views.gone(reader));
        }
    }

    private boolean tell(ChallengeStatus status, boolean news) {
        Instant now = status.now().plus(Duration.between(heard, clock.instant()));
        LiveView view = views.view(status, now, reader);
        if (!news && told != null && view.saysTheSameAs(told)) {
            return stream.heartbeat();
        }
        told = view;
        return stream.event(view);
    }
}
