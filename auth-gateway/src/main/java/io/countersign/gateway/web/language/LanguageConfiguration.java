package io.countersign.gateway.web.language;

import java.io.IOException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractResourceBasedMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration
class LanguageConfiguration implements WebMvcConfigurer {

    @Bean
    LocaleResolver localeResolver() {
        return new VisitorLanguage();
    }

    /**
     * Adds the words that kinds of factors bring along: each {@code words/<name>.properties} with
     * its translations.
     */
    @Autowired
    void addWords(AbstractResourceBasedMessageSource messages, ApplicationContext application)
            throws IOException {
        for (Resource words : application.getResources("classpath*:words/*.properties")) {
            String name = String.valueOf(words.getFilename()).replace(".properties", "");
            if (!name.contains("_")) {
                messages.addBasenames("words/" + name);
            }
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageChoice());
    }
}
