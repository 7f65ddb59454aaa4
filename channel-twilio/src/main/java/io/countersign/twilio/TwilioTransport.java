package io.countersign.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import io.countersign.channel.send.Concerned;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Late;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Carries the SDK's requests to the configured address: once each, within the exchange's time, over
 * connections that are kept.
 */
final class TwilioTransport extends HttpClient {

    /** The exchange that the calling thread is in. */
    static final ScopedValue<Exchange> EXCHANGE = ScopedValue.newInstance();

    private static final String TWILIO = "https://api.twilio.com/";
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final java.net.http.HttpClient connections =
            java.net.http.HttpClient.newBuilder()
                    .version(java.net.http.HttpClient.Version.HTTP_1_1)
                    .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT)
                    .build();
    private final URI base;

    TwilioTransport(URI base) {
        this.base = base;
    }

    /** The SDK's own would ask up to three times. */
    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        Exchange exchange = EXCHANGE.get();
        HttpRequest translated = translate(request);
        if (exchange.window().over()) {
            throw new TransportFailure(new Late());
        }
        CompletableFuture<HttpResponse<String>> call =
                connections.sendAsync(translated, BodyHandlers.ofString());
        try {
            HttpResponse<String> response =
                    call.get(exchange.window().timeout().toMillis(), TimeUnit.MILLISECONDS);
            exchange.heed(response.headers());
            return new Response(response.body(), response.statusCode());
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new TransportFailure(new Uncertain("no answer in time"));
        } catch (ExecutionException e) {
            throw new TransportFailure(meaning(Objects.requireNonNullElse(e.getCause(), e)));
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new TransportFailure(new Uncertain("interrupted"));
        }
    }

    private HttpRequest translate(Request request) {
        HttpRequest.Builder translated =
                HttpRequest.newBuilder(target(request))
                        .header("Authorization", request.getAuthString())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .method(
                                request.getMethod().toString(),
                                BodyPublishers.ofString(request.encodeFormBody()));
        for (var header : request.getHeaderParams().entrySet()) {
            List<String> values = header.getValue();
            values.forEach(value -> translated.header(header.getKey(), value));
        }
        return translated.build();
    }

    /** Credentials go to the configured address only, whatever the SDK would call. */
    private URI target(Request request) {
        String url = request.constructURL().toString();
        if (!url.startsWith(TWILIO)) {
            throw new IllegalStateException("the SDK calls something else than Twilio's API");
        }
        return base.resolve("/" + url.substring(TWILIO.length()));
    }

    /** Whether a byte of the request can have been written before it failed. */
    private static DeliveryOutcome meaning(Throwable failure) {
        return switch (failure) {
            case HttpConnectTimeoutException _, ConnectException _ ->
                    new Unavailable(Concerned.PROVIDER, "no connection");
            case SSLHandshakeException _ ->
                    new Unavailable(Concerned.PROVIDER, "no trusted connection");
            case IOException _ -> new Uncertain("connection lost");
            default -> new Uncertain(failure.getClass().getName());
        };
    }
}
