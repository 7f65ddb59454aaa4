package io.countersign.stack.up;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * A program that answers like a healthy application, or ends at once or hangs in its first start or
 * in each when it is told to.
 */
public final class StandIn {

    private StandIn() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if ("broken".equals(System.getenv("STAND_IN"))) {
            System.out.println("The stand-in is broken on purpose");
            System.exit(3);
        }
        if ("stuck".equals(System.getenv("STAND_IN"))
                && Path.of(System.getenv("FIRST_START")).toFile().createNewFile()) {
            System.out.println("The stand-in hangs on purpose");
            new CountDownLatch(1).await();
        }
        if ("hanging".equals(System.getenv("STAND_IN"))) {
            System.out.println("The stand-in hangs on purpose");
            new CountDownLatch(1).await();
        }
        int port = Integer.parseInt(System.getenv("SERVER_PORT"));
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(
                "/actuator/health/readiness",
                exchange -> {
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
        System.out.println("The stand-in listens");
    }
}
