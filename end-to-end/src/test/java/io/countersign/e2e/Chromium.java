package io.countersign.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.countersign.test.Patience;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test a browser window that nobody else uses. */
final class Chromium implements ParameterResolver {

    static final String VARIABLE = "COUNTERSIGN_CHROMIUM";

    private static final double PATIENCE_MILLIS = Patience.LONG.toMillis();

    private static final Namespace OURS = Namespace.create(Chromium.class);
    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Page.class;
    }

    @Override
    public Page resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Started started =
                test.getRoot()
                        .getStore(OURS)
                        .computeIfAbsent(Started.class, _ -> Started.now(), Started.class);
        Window window = new Window(started.browser().newContext());
        test.getStore(OURS).put(parameter.getIndex(), window);
        Page page = window.context().newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        return page;
    }

    private record Started(Playwright playwright, Browser browser) implements AutoCloseable {

        static Started now() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            Playwright playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser =
                    playwright
                            .chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(Path.of(System.getenv(VARIABLE)))
                                            .setArgs(FLAGS));
            return new Started(playwright, browser);
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    private record Window(BrowserContext context) implements AutoCloseable {

        @Override
        public void close() {
            context.close();
        }
    }
}
