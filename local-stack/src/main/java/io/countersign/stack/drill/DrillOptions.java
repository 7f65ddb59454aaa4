package io.countersign.stack.drill;

import io.countersign.stack.application.Application;
import io.countersign.stack.settings.Settings;
import io.countersign.stack.settings.StartRefused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What {@code ./countersign drill starts} is to do.
 *
 * @param programs their names; none for all
 * @param settings with free ports and, if nothing else is said, a data folder of its own
 */
public record DrillOptions(int times, List<String> programs, Settings settings) {

    private static final String TIMES = "--times=";
    private static final String PROGRAM = "--program=";

    /**
     * Reads what follows {@code drill} on the command line.
     *
     * @throws StartRefused when an option is unknown or has no sensible value
     */
    public static DrillOptions parse(Path checkout, List<String> options) throws StartRefused {
        if (options.isEmpty() || !options.getFirst().equals("starts")) {
            throw new StartRefused("Usage: ./countersign drill starts [options]");
        }
        int times = 100;
        List<String> programs = new ArrayList<>();
        List<String> others = new ArrayList<>();
        others.add("--free-ports");
        others.add("--data-dir=" + checkout.resolve(".countersign").resolve("drill"));
        for (String option : options.subList(1, options.size())) {
            if (option.startsWith(TIMES)) {
                times = Settings.number("--times", option.substring(TIMES.length()), 10_000);
            } else if (option.startsWith(PROGRAM)) {
                programs.add(option.substring(PROGRAM.length()));
            } else {
                others.add(option);
            }
        }
        return new DrillOptions(
                times, List.copyOf(programs), Settings.parse(checkout, others, Map.of()));
    }

    /**
     * Those of the applications that are asked for.
     *
     * @throws StartRefused when there is no program of a name
     */
    public List<Application> chosen(List<Application> applications) throws StartRefused {
        List<String> names = applications.stream().map(Application::name).toList();
        for (String program : programs) {
            if (!names.contains(program)) {
                throw new StartRefused(
                        "There is no program %s. There are: %s"
                                .formatted(program, String.join(", ", names)));
            }
        }
        return applications.stream()
                .filter(each -> programs.isEmpty() || programs.contains(each.name()))
                .toList();
    }
}
