package io.countersign.gateway.session.store;

import io.countersign.gateway.session.SessionSettings;
import io.countersign.identity.caller.SessionKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FlushMode;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions in PostgreSQL, written at once and in the caller's transaction, so that the session and
 * the attempt's verdict stand or fall together. An id that was changed stays dead.
 */
@Configuration
@EnableJdbcHttpSession(flushMode = FlushMode.IMMEDIATE)
class SessionConfiguration {

    @Bean
    TransactionOperations springSessionTransactionOperations(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> rows(SessionSettings settings) {
        return repository -> {
            repository.setDefaultMaxInactiveInterval(settings.idle());
            repository.setUpdateSessionQuery(SessionQueries.UPDATE);
            repository.setCreateSessionAttributeQuery(SessionQueries.ADD_ATTRIBUTE);
        };
    }

    @Bean
    @Primary
    RotatingSessions<?> rotatingSessions(JdbcIndexedSessionRepository rows, SessionKeys keys) {
        return RotatingSessions.over(rows, keys);
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    CookieSerializer cookieSerializer() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("__Host-countersign");
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(true);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }
}
