package io.countersign.simulator.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.simulator.requests.Asked;
import io.countersign.simulator.requests.RequestLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Lets only the account's own credentials through to Twilio's resources, and only to its own. */
@Component
public class TwilioAccess implements HandlerInterceptor, WebMvcConfigurer {

    /** Where Twilio's REST API of this version begins. */
    public static final String ROOT = "/2010-04-01";

    private final byte[] expected;
    private final String ownResources;
    private final RequestLog log;
    private final JsonMapper json;

    TwilioAccess(SimulatedTwilioSettings settings, RequestLog log, JsonMapper json) {
        String credentials = settings.accountSid() + ":" + settings.authToken();
        this.expected =
                ("Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)))
                        .getBytes(UTF_8);
        this.ownResources = ROOT + "/Accounts/" + settings.accountSid() + "/";
        this.log = log;
        this.json = json;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(ROOT + "/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!authentic(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Twilio API\"");
            return refuse(request, response, TwilioError.AUTHENTICATE.plain());
        }
        if (!request.getRequestURI().startsWith(ownResources)) {
            return refuse(request, response, TwilioError.NOT_FOUND.about(request.getRequestURI()));
        }
        return true;
    }

    private boolean authentic(HttpServletRequest request) {
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return given != null && MessageDigest.isEqual(given.getBytes(UTF_8), expected);
    }

    private boolean refuse(
            HttpServletRequest request, HttpServletResponse response, TwilioRefusal refusal)
            throws IOException {
        if (HttpMethod.POST.matches(request.getMethod())) {
            Asked asked = asked(request);
            log.record(asked, refusal.outcome(), null);
        }
        response.setStatus(refusal.status());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), refusal);
        return false;
    }

    private static Asked asked(HttpServletRequest request) {
        String uri = request.getRequestURI();
        return new Asked(
                uri.substring(uri.lastIndexOf('/') + 1).replace(".json", ""),
                request.getParameter("To"),
                request.getParameter("From"),
                request.getParameter("Body"),
                request.getParameter("StatusCallback"));
    }
}
