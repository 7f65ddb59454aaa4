package io.countersign.stack.application;

import io.countersign.stack.process.JavaProcess;
import io.countersign.stack.process.Tended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;

/** An application and its process. */
public record RunningApplication(Application application, JavaProcess process) implements Tended {

    @Override
    public String name() {
        return process.name();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public int exitCode() {
        return process.exitCode();
    }

    @Override
    public Path log() {
        return process.log();
    }

    @Override
    public boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), application.port())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void restart() throws IOException {
        process.restart();
    }
}
