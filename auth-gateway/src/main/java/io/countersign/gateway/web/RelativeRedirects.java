package io.countersign.gateway.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.RelativeRedirectFilter;

/**
 * Redirects by path alone. An absolute address would be built from the {@code Host} header, which a
 * client can set to anything.
 */
@Configuration
class RelativeRedirects {

    /**
     * Runs outside everything that may redirect. The container's own setting does not cover
     * HTTP/1.0.
     */
    @Bean
    FilterRegistrationBean<RelativeRedirectFilter> relativeRedirectFilter() {
        RelativeRedirectFilter relative = new RelativeRedirectFilter();
        relative.setRedirectStatus(HttpStatus.FOUND);
        var filter = new FilterRegistrationBean<>(relative);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
