package io.countersign.stack.up;

import io.countersign.stack.application.Application;
import io.countersign.stack.keys.KeyFolder;
import io.countersign.stack.settings.Settings;
import io.countersign.stack.settings.StartRefused;
import java.io.IOException;
import java.util.List;

/** Says which applications belong to a stack. */
interface Catalogue {

    /**
     * The applications in the order of their start; they stop in the opposite one.
     *
     * @throws IOException when a key cannot be read
     * @throws StartRefused when an application is not built
     */
    List<Application> applications(Settings settings, Servers servers, KeyFolder keys)
            throws IOException, StartRefused;
}
