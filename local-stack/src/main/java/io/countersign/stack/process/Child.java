package io.countersign.stack.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Runs another main class in a process that exits when its standard input ends, which it does when
 * the process at the other end stops or dies.
 */
public final class Child {

    private Child() {}

    /**
     * Runs the main class beside the watch.
     *
     * @param arguments the main class and its own arguments
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        InputStream input = System.in;
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> exitWithParent(input));
        Class.forName(arguments[0])
                .getMethod("main", String[].class)
                .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static void exitWithParent(InputStream input) {
        try {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken pipe means the same as one that ended.
        }
        System.exit(0);
    }
}
