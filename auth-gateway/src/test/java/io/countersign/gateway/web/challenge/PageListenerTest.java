package io.countersign.gateway.web.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Method;
import io.countersign.challenge.Verdict;
import io.countersign.engine.status.ChallengeStatus;
import io.countersign.engine.status.ChallengeStatus.DeliveryStatus;
import io.countersign.events.Channel;
import io.countersign.events.Progress;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class PageListenerTest {

    private static final Instant START = Instant.parse("2026-05-04T12:00:00Z");

    private final AtomicBoolean closing = new AtomicBoolean();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private Instant now = START;
    private final PageListener listener = listener(response);
    private int heard;

    @Test
    void tellsThatTimePassesWhereThatChangesWhatIsToBeSaid() throws Exception {
        assertThat(listener.tell(queued())).isTrue();
        assertThat(said()).contains("We are sending the SMS");

        now = START.plusSeconds(3);
        assertThat(listener.tell(null)).isTrue();
        assertThat(said()).isEqualTo(":\n\n");

        now = START.plusSeconds(6);
        assertThat(listener.tell(null)).isTrue();
        assertThat(said()).contains("longer than usual", "\"sendIn\":24", "\"endsIn\":294");

        now = START.plusSeconds(15);
        assertThat(listener.tell(null)).isTrue();
        assertThat(said()).contains("Our SMS service", "not answering");
    }

    @Test
    void isDoneWhenTheBrowserIsGone() {
        PageListener alone = listener(new Gone());

        assertThat(alone.tell(queued())).isFalse();
    }

    @Test
    void isDoneWhenTheProgramEnds() {
        assertThat(listener.tell(queued())).isTrue();
        closing.set(true);

        assertThat(listener.tell(null)).isFalse();
    }

    @Test
    void isDoneAfterAMinuteSoThatTheSessionIsLookedAtAgain() throws Exception {
        assertThat(listener.tell(queued())).isTrue();
        assertThat(said()).isNotEmpty();
        now = START.plusSeconds(61);

        assertThat(listener.tell(null)).isFalse();

        listener.endOfNews();
        assertThat(said()).as("the page asks anew by itself").isEmpty();
    }

    @Test
    void leadsAwayFromAChallengeThatNobodyKnowsAnyMore() throws Exception {
        listener.endOfNews();

        assertThat(said()).contains("\"goTo\":\"/challenge?expired\"");
    }

    private String said() throws UnsupportedEncodingException {
        String all = response.getContentAsString();
        String news = all.substring(heard);
        heard = all.length();
        return news;
    }

    private PageListener listener(HttpServletResponse to) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages", "words/sms");
        messages.setDefaultEncoding("UTF-8");
        return new PageListener(
                new EventStream(to, JsonMapper.builder().build()),
                new LiveViews(messages),
                new PageReader(Journey.SIGN_IN, List.of(), Locale.ENGLISH),
                closing::get,
                () -> now);
    }

    private static ChallengeStatus queued() {
        return new ChallengeStatus(
                Verdict.PENDING,
                5,
                START.plusSeconds(300),
                START.plusSeconds(30),
                new DeliveryStatus(
                        1,
                        Method.SMS,
                        Channel.SMS,
                        1,
                        null,
                        "a phone",
                        Progress.QUEUED,
                        false,
                        null,
                        START),
                START);
    }

    /** To a browser that has been closed. */
    private static final class Gone extends HttpServletResponseWrapper {

        Gone() {
            super(new MockHttpServletResponse());
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            throw new IOException("broken pipe");
        }
    }
}
