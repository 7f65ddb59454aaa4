package io.countersign.gateway.admission;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Bounds the time in which a request's body arrives, however steadily it drips: Tomcat's own
 * time-out starts again with each byte.
 */
final class BodyTimeLimit extends ValveBase {

    private final Duration most;

    BodyTimeLimit(Duration most) {
        super(true);
        this.most = most;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        InputBuffer before = request.getCoyoteRequest().getInputBuffer();
        request.getCoyoteRequest()
                .setInputBuffer(new Timed(before, System.nanoTime() + most.toNanos()));
        try {
            getNext().invoke(request, response);
        } finally {
            request.getCoyoteRequest().setInputBuffer(before);
        }
    }

    private record Timed(InputBuffer body, long end) implements InputBuffer {

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            if (System.nanoTime() > end) {
                throw new SocketTimeoutException("the body came too slowly");
            }
            return body.doRead(handler);
        }

        @Override
        public int available() {
            return body.available();
        }
    }
}
