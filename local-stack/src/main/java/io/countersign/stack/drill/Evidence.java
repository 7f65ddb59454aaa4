package io.countersign.stack.drill;

import io.countersign.stack.process.Tended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a failed start leaves: its log, and the threads of a process that lives.
 *
 * @param folder of one start
 */
public record Evidence(Path folder) {

    private static final int DUMP_MINUTES = 2;

    /** Keeps all there is; a process that cannot be asked is only noted. */
    public void keep(Tended process) throws IOException {
        Files.createDirectories(folder);
        Files.copy(
                process.log(), folder.resolve("program.log"), StandardCopyOption.REPLACE_EXISTING);
        if (process.isAlive()) {
            // Platform threads with the locks they hold, then the virtual ones.
            ask(process, "threads.txt", "Thread.print", "-l");
            ask(
                    process,
                    "virtual-threads.log",
                    "Thread.dump_to_file",
                    "-overwrite",
                    folder.resolve("virtual-threads.txt").toString());
        }
    }

    private void ask(Tended process, String answer, String... question) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(Long.toString(process.pid()));
        command.addAll(List.of(question));
        Process jcmd =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(answer).toFile())
                        .start();
        try {
            if (!jcmd.waitFor(DUMP_MINUTES, TimeUnit.MINUTES)) {
                jcmd.destroyForcibly();
            }
        } catch (InterruptedException e) {
            jcmd.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking " + process.name(), e);
        }
    }
}
