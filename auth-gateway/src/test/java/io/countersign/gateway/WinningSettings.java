package io.countersign.gateway;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Settings of one test that win over those that all tests share. */
public abstract class WinningSettings
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final Map<String, Object> settings;

    protected WinningSettings(Map<String, Object> settings) {
        this.settings = settings;
    }

    @Override
    public final void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(getClass().getName(), settings));
    }
}
