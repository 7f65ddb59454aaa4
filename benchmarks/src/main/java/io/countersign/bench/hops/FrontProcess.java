package io.countersign.bench.hops;

import io.countersign.bench.client.SignIn;
import io.countersign.bench.engine.StackServers;
import io.countersign.bench.load.Load;
import io.countersign.bench.people.Person;
import io.countersign.stack.FreePort;
import io.countersign.stack.process.JavaProcess;
import io.countersign.stack.process.JavaProgram;
import io.countersign.stack.process.Readiness;
import io.countersign.stack.state.StackFile.Running;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@link Front} that runs, and a client of it. */
public final class FrontProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> FLAGS =
            List.of(
                    "-Xmx128m",
                    "-XX:+UseSerialGC",
                    "-Dsun.net.httpserver.nodelay=true",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private final JavaProcess process;
    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private FrontProcess(JavaProcess process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Through the engine and the stack's worker. */
    public static FrontProcess engine(StackServers servers, URI provider, Path logs)
            throws IOException {
        return start(WayKind.ENGINE, servers, provider, logs);
    }

    /** By the bare hops alone. */
    public static FrontProcess bare(StackServers servers, URI provider, Path logs)
            throws IOException {
        return start(WayKind.BARE, servers, provider, logs);
    }

    private static FrontProcess start(WayKind way, StackServers servers, URI provider, Path logs)
            throws IOException {
        int port = FreePort.any();
        Map<String, String> environment = new HashMap<>(servers.environment());
        environment.put(Front.PORT, Integer.toString(port));
        environment.put(Front.WAY, way.name());
        environment.put(Front.PROVIDER, provider.toString());
        JavaProgram program =
                new JavaProgram(
                        way.programName(), FLAGS, classPath(), Front.class.getName(), environment);
        JavaProcess process = JavaProcess.start(program, logs);
        Readiness.await(process, () -> listens(port));
        process.nowReady();
        return new FrontProcess(process, URI.create("http://127.0.0.1:" + port + "/"));
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Path> classPath() {
        String separator = System.getProperty("path.separator");
        return Arrays.stream(System.getProperty("java.class.path").split(separator, -1))
                .map(Path::of)
                .toList();
    }

    /** Loads it; one is over when its outcome has been pushed to the client. */
    public Load load(List<Person> numbers) {
        return new Load(this::one, numbers);
    }

    private SignIn.Times one(Person person) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(address)
                                .timeout(PATIENCE)
                                .POST(BodyPublishers.ofString(person.number()))
                                .build(),
                        BodyHandlers.ofString());
        if (!answer.body().endsWith("sent\n")) {
            throw new IOException("no outcome for " + person.number());
        }
        return Load.NOTHING_SEEN;
    }

    /** For what it costs. */
    public Running running() {
        return new Running(
                process.name(), process.pid(), address.getPort(), process.log().toString());
    }

    @Override
    public void close() {
        process.stop();
        http.close();
    }
}
