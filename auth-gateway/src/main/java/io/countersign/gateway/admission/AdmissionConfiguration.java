package io.countersign.gateway.admission;

import io.countersign.identity.admission.RequestSettings;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class AdmissionConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodyTimeLimit(
            RequestSettings settings) {
        return server -> server.addContextValves(new BodyTimeLimit(settings.bodyWithin()));
    }

    /** All connections are taken through {@link PromptDataSource}. */
    @Bean
    static BeanPostProcessor promptDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource all && !(bean instanceof PromptDataSource)
                        ? new PromptDataSource(all)
                        : bean;
            }
        };
    }
}
