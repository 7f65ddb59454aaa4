package io.countersign.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.countersign.identity.admission.Deadline;
import io.countersign.identity.admission.RequestSettings;
import io.countersign.identity.admission.TooBusy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@Tag("SECURITY-34")
class RequestsInWorkTest {

    private static final int OF_ONE = 3;

    private final List<Runnable> later = new ArrayList<>();
    private final RequestsInWork filter =
            new RequestsInWork(
                    new RequestSettings(
                            Duration.ofSeconds(2),
                            8,
                            OF_ONE,
                            8,
                            5,
                            2,
                            Duration.ofSeconds(10),
                            8,
                            4,
                            4),
                    later::add);
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Thread> held = new ArrayList<>();

    @AfterEach
    void letGo() throws InterruptedException {
        end.countDown();
        for (Thread thread : held) {
            thread.join();
        }
    }

    @Test
    void oneClientHasAFewAndAnotherIsServed() {
        hold(OF_ONE, () -> request("/security", "192.0.2.1"));

        assertRefused(request("/security", "192.0.2.1"));
        assertServed(request("/security", "192.0.2.2"));
    }

    @Test
    void oneIpv6NetworkIsOneClient() {
        hold(1, () -> request("/security", "2001:db8:0:1::1"));
        hold(1, () -> request("/security", "2001:db8:0:1::2"));
        hold(1, () -> request("/security", "2001:db8:0:1:ffff::3"));

        assertRefused(request("/security", "2001:db8:0:1::4"));
        assertServed(request("/security", "2001:db8:0:2::1"));
    }

    @Test
    @Tag("RELIABILITY-24")
    void allTogetherHaveNoMoreThanCanBeServed() {
        hold(OF_ONE, () -> request("/security", "192.0.2.1"));
        hold(OF_ONE, () -> request("/security", "192.0.2.2"));
        hold(2, () -> request("/security", "192.0.2.3"));

        assertRefused(request("/security", "192.0.2.4"));
    }

    @Test
    void streamsTakeNoPlaceFromRequestsAndAreBoundedBySessionAndClient() {
        hold(2, () -> stream("192.0.2.1", "one"));
        assertRefused(stream("192.0.2.1", "one"));
        assertServed(stream("192.0.2.1", "two"));

        hold(2, () -> stream("192.0.2.1", "two"));
        hold(1, () -> stream("192.0.2.1", "three"));
        assertRefused(stream("192.0.2.1", "four"));
        assertServed(stream("192.0.2.2", "five"));
        assertServed(request("/security", "192.0.2.1"));
    }

    @Test
    void healthAndFilesAreApart() {
        hold(OF_ONE, () -> request("/security", "192.0.2.1"));

        assertServed(request("/actuator/health/readiness", "192.0.2.1"));
        assertServed(request("/assets/countersign.js", "192.0.2.1"));
    }

    @Test
    void whoWasRefusedByALimitGetsItsPlaceBackLater() {
        for (int i = 0; i < OF_ONE; i++) {
            pass(
                    request("/sign-in", "192.0.2.1"),
                    (_, response) -> ((HttpServletResponse) response).setStatus(429));
        }
        assertRefused(request("/sign-in", "192.0.2.1"));

        later.forEach(Runnable::run);
        assertServed(request("/sign-in", "192.0.2.1"));
    }

    @Test
    @Tag("RELIABILITY-24")
    void everyRequestButAStreamHasADeadline() throws ServletException, IOException {
        AtomicReference<Optional<Duration>> left = new AtomicReference<>(Optional.empty());
        FilterChain look = (_, _) -> left.set(Deadline.left());

        filter.doFilter(request("/", "192.0.2.1"), new MockHttpServletResponse(), look);
        assertThat(left.get().orElseThrow()).isBetween(Duration.ZERO, Duration.ofSeconds(2));

        filter.doFilter(stream("192.0.2.1", "one"), new MockHttpServletResponse(), look);
        assertThat(left.get()).isEmpty();
        assertThat(Deadline.left()).isEmpty();
    }

    /** Has so many requests in work until the end of the test. */
    private void hold(int many, Supplier<MockHttpServletRequest> request) {
        CountDownLatch begun = new CountDownLatch(many);
        for (int i = 0; i < many; i++) {
            held.add(
                    Thread.startVirtualThread(
                            () ->
                                    pass(
                                            request.get(),
                                            (_, _) -> {
                                                begun.countDown();
                                                awaitEnd();
                                            })));
        }
        await().until(() -> begun.getCount() == 0);
    }

    private void assertServed(MockHttpServletRequest request) {
        AtomicReference<String> served = new AtomicReference<>();
        pass(request, (_, _) -> served.set("served"));
        assertThat(served).hasValue("served");
    }

    private void assertRefused(MockHttpServletRequest request) {
        assertThatExceptionOfType(TooBusy.class).isThrownBy(() -> pass(request, (_, _) -> {}));
    }

    private void pass(MockHttpServletRequest request, FilterChain chain) {
        try {
            filter.doFilter(request, new MockHttpServletResponse(), chain);
        } catch (ServletException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static MockHttpServletRequest stream(String address, String session) {
        MockHttpServletRequest request = request("/challenge/events", address);
        request.setCookies(new Cookie("__Host-countersign", session));
        return request;
    }

    private static MockHttpServletRequest request(String path, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setRemoteAddr(address);
        return request;
    }
}
