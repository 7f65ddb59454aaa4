package io.countersign.gateway.web.error;

import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.identity.admission.TooBusy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says so when a store is away, wherever in the program that was noticed. It is the outermost
 * filter, because sessions and rules come from a store too; what it shows needs none.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OutageFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);
    private static final int RETRY_SECONDS = 5;
    private static final String POLICY_HEADER = "Content-Security-Policy";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (hasIn(e, TooBusy.class::isInstance).isPresent()) {
                tooBusy(request, response);
                return;
            }
            Optional<Throwable> outage = hasIn(e, OutageFilter::isOutage);
            if (outage.isEmpty()) {
                throw e;
            }
            LOG.warn(
                    "A store is away: {}, {}",
                    outage.get().getClass().getSimpleName(),
                    NestedExceptionUtils.getMostSpecificCause(outage.get()).toString());
            if (!response.isCommitted()) {
                explain(RETRY_SECONDS, request, response);
            }
        }
    }

    private static void tooBusy(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!response.isCommitted()) {
            request.setAttribute(TooBusy.class.getName(), true);
            explain(TooBusy.RETRY_SECONDS, request, response);
        }
    }

    private static Optional<Throwable> hasIn(Throwable thrown, Predicate<Throwable> kind) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .filter(kind)
                .findFirst();
    }

    private static boolean isOutage(Throwable thrown) {
        return thrown instanceof StoreUnavailable
                || thrown instanceof NonTransientDataAccessResourceException
                || thrown instanceof TransientDataAccessException
                || thrown instanceof RecoverableDataAccessException
                || thrown instanceof TransactionException;
    }

    /** A forward skips the filters that an error dispatch would run. */
    private static void explain(
            int retrySeconds, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.resetBuffer();
        // After the rollback everything is as before, under the ids and tokens that the client has.
        response.setHeader(HttpHeaders.SET_COOKIE, null);
        response.setIntHeader(HttpHeaders.RETRY_AFTER, retrySeconds);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!response.containsHeader(POLICY_HEADER)) {
            response.setHeader(POLICY_HEADER, POLICY);
        }
        request.setAttribute(
                RequestDispatcher.ERROR_STATUS_CODE, HttpStatus.SERVICE_UNAVAILABLE.value());
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        request.getRequestDispatcher("/error").forward(request, response);
    }
}
