package io.countersign.telegram.bot;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.channel.send.RetryAfter;
import io.countersign.telegram.bot.BotAnswer.Done;
import io.countersign.telegram.bot.BotAnswer.NotAnswered;
import io.countersign.telegram.bot.BotAnswer.NotAsked;
import io.countersign.telegram.bot.BotAnswer.Rejected;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** The bot towards Telegram. Asks once for each thing, and never throws for what can go wrong. */
public final class Bot implements AutoCloseable {

    /** The provider's name in deliveries. */
    public static final String PROVIDER = "telegram";

    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** When requests that no one waits for any more are given up. */
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private static final int AT_ONCE = 1_000;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Dispatcher dispatcher = new Dispatcher(threads);
    private final ConnectionPool connections = new ConnectionPool();
    private final OkHttpTelegramClient telegram;

    public Bot(TelegramSettings settings) {
        dispatcher.setMaxRequests(AT_ONCE);
        dispatcher.setMaxRequestsPerHost(AT_ONCE);
        OkHttpClient http =
                new OkHttpClient.Builder()
                        .dispatcher(dispatcher)
                        .connectionPool(connections)
                        .connectTimeout(CONNECT)
                        .readTimeout(Duration.ZERO)
                        .callTimeout(LONGEST)
                        .retryOnConnectionFailure(false)
                        .followRedirects(false)
                        .addInterceptor(ConnectionReached::tellApart)
                        .addNetworkInterceptor(ConnectionReached::mark)
                        .build();
        this.telegram =
                new OkHttpTelegramClient(
                        new ObjectMapper(), http, settings.botToken(), url(settings.base()));
    }

    /**
     * Asks for something.
     *
     * @param timeout how long the answer may take, up to 90 s
     */
    public <T extends Serializable> BotAnswer<T> ask(BotApiMethod<T> method, Duration timeout) {
        try {
            return await(telegram.executeAsync(method), timeout);
        } catch (TelegramApiException e) {
            throw new IllegalArgumentException(method.getMethod() + " is not well-formed");
        }
    }

    /** Has Telegram send what people do to an address of ours. */
    public BotAnswer<Boolean> ask(SetWebhook method, Duration timeout) {
        return await(telegram.executeAsync(method), timeout);
    }

    /** Cancels all requests under way. */
    public void giveUp() {
        dispatcher.cancelAll();
    }

    @Override
    public void close() {
        giveUp();
        connections.evictAll();
        threads.close();
    }

    private static <T> BotAnswer<T> await(CompletableFuture<T> answer, Duration timeout) {
        try {
            return new Done<>(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new NotAnswered<>("no answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NotAnswered<>("interrupted");
        } catch (ExecutionException e) {
            return meaning(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static <T> BotAnswer<T> meaning(Throwable failure) {
        return switch (failure) {
            case NotReached _ -> new NotAsked<>("no connection");
            case TelegramApiRequestException e when e.getErrorCode() != null ->
                    new Rejected<>(
                            e.getErrorCode(),
                            Objects.requireNonNullElse(e.getApiResponse(), ""),
                            rest(e.getParameters()));
            case TelegramApiException _ -> new NotAnswered<>("not an answer of the Bot API");
            default -> new NotAnswered<>("connection lost");
        };
    }

    private static @Nullable Duration rest(@Nullable ResponseParameters parameters) {
        return parameters == null || parameters.getRetryAfter() == null
                ? null
                : RetryAfter.ofSeconds(parameters.getRetryAfter()).orElse(null);
    }

    private static TelegramUrl url(URI base) {
        int port = base.getPort();
        return TelegramUrl.builder()
                .schema(base.getScheme())
                .host(base.getHost())
                .port(port != -1 ? port : base.getScheme().equals("https") ? 443 : 80)
                .build();
    }
}
