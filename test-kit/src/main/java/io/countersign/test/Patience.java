package io.countersign.test;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * How long tests wait for what must happen at last: longer than a machine needs that is ten times
 * slower or has much else to do. Only a test that fails waits that long.
 *
 * <p>JUnit finds it on the class path and lets every {@code await()} wait so. A test that is about
 * time says so with {@code atMost}.
 */
public final class Patience implements LauncherSessionListener {

    /** For a whole test. */
    public static final int TEST_SECONDS = 900;

    /** For one thing that must happen. */
    public static final Duration LONG = Duration.ofMinutes(5);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(LONG);
    }
}
