package io.countersign.simulator.faults;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Closes the connection of a request without an answer, which the servlet API cannot do. */
@Component
public class ConnectionCut implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String WANTED = ConnectionCut.class.getName();

    /** Leaves this request without an answer; nothing may have been written yet. */
    public static void insteadOfAnswering(ServletRequest request) {
        request.setAttribute(WANTED, true);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new CuttingValve());
    }

    private static final class CuttingValve extends ValveBase {

        CuttingValve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response)
                throws IOException, ServletException {
            getNext().invoke(request, response);
            if (request.getAttribute(WANTED) != null) {
                response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
            }
        }
    }
}
