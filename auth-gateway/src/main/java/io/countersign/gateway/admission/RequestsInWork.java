package io.countersign.gateway.admission;

import io.countersign.identity.admission.ClientNetwork;
import io.countersign.identity.admission.Deadline;
import io.countersign.identity.admission.RequestSettings;
import io.countersign.identity.admission.Shares;
import io.countersign.identity.admission.Shares.Part;
import io.countersign.identity.admission.Shares.Place;
import io.countersign.identity.admission.TooBusy;
import io.countersign.identity.reads.RequestReads;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes in only as many requests as can be answered in time, few of each client, and gives each a
 * {@link Deadline}. A client's burst waits a moment for its own earlier requests. This runs before
 * sessions and rules, which come from the database, and after the body has arrived, which the
 * client may send slowly. Event streams and health have bounds of their own; files have none.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class RequestsInWork extends OncePerRequestFilter {

    private static final int HEALTH_PER_CLIENT = 4;
    private static final Duration BURST = Duration.ofMillis(250);

    private final RequestSettings settings;
    private final Executor later;
    private final Shares requests;
    private final Shares streams;
    private final Shares health;

    @Autowired
    RequestsInWork(RequestSettings settings) {
        this(
                settings,
                CompletableFuture.delayedExecutor(
                        BURST.toMillis(), TimeUnit.MILLISECONDS, Runnable::run));
    }

    /**
     * For tests.
     *
     * @param later does things a moment later
     */
    RequestsInWork(RequestSettings settings, Executor later) {
        this.settings = settings;
        this.later = later;
        requests = new Shares(settings.inWork());
        streams = new Shares(settings.streams());
        health = new Shares(settings.inWork());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Reads a form's body.
        var _ = request.getParameterMap();
        Kind kind = Kind.of(request);
        if (kind == Kind.STREAM) {
            enterAndGoOn(kind, request, response, chain);
        } else {
            Deadline.<ServletException, IOException>within(
                    settings.within(),
                    () ->
                            RequestReads.<ServletException, IOException>during(
                                    () -> enterAndGoOn(kind, request, response, chain)));
        }
    }

    private void enterAndGoOn(
            Kind kind, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Place place = enter(kind, request).orElseThrow(() -> new TooBusy("requests in work"));
        try {
            chain.doFilter(request, response);
        } finally {
            // A client that a limit refuses is told at once, but asking in a loop gains nothing.
            if (response.getStatus() == HttpStatus.TOO_MANY_REQUESTS.value()) {
                later.execute(place::close);
            } else {
                place.close();
            }
        }
    }

    private enum Kind {
        STREAM,
        HEALTH,
        OTHER;

        static Kind of(HttpServletRequest request) {
            String path = request.getServletPath();
            if (path.endsWith("/events") && request.getMethod().equals("GET")) {
                return STREAM;
            }
            return path.startsWith("/actuator/") ? HEALTH : OTHER;
        }
    }

    private Optional<Place> enter(Kind kind, HttpServletRequest request) {
        String client = ClientNetwork.of(request.getRemoteAddr()).name();
        return switch (kind) {
            case STREAM -> streams.take(partsOfStreams(client, request));
            case HEALTH -> health.take(List.of(new Part(client, HEALTH_PER_CLIENT)));
            case OTHER ->
                    requests.take(List.of(new Part(client, settings.inWorkPerClient())), BURST);
        };
    }

    private List<Part> partsOfStreams(String client, HttpServletRequest request) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(client, settings.streamsPerClient()));
        session(request)
                .map(session -> new Part("session " + session, settings.streamsPerSession()))
                .ifPresent(parts::add);
        return parts;
    }

    private static Optional<String> session(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals("__Host-countersign"))
                .map(Cookie::getValue)
                .findFirst();
    }
}
