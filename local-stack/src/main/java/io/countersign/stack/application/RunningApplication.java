package io.countersign.stack.application;

import io.countersign.stack.process.JavaProcess;
import io.countersign.stack.process.RunsInProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** An application and its process. */
public record RunningApplication(Application application, JavaProcess process)
        implements RunsInProcess {

    @Override
    public boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), application.port())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
