package io.countersign.identity.geolocation;

import com.maxmind.db.Reader;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks addresses up in the operator's file; no other service is asked. */
@Component
public class Places implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Places.class);
    private static final int VERSION_4 = 4;

    private final @Nullable Reader reader;

    public Places(GeolocationSettings settings) {
        Path file = settings.file();
        this.reader = file == null ? null : open(file);
    }

    /**
     * Such as {@code Cologne, Germany}.
     *
     * @param address an IP address in text form
     * @param locale the language of the names, where the file has them in it; else English
     * @return empty where the file does not know, or there is none
     */
    public Optional<String> of(String address, Locale locale) {
        return record(address)
                .map(
                        found ->
                                Stream.of("city", "country")
                                        .flatMap(part -> name(found.get(part), locale).stream())
                                        .collect(Collectors.joining(", ")))
                .filter(words -> !words.isEmpty());
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }

    private Optional<Map<?, ?>> record(String address) {
        try {
            InetAddress ip = InetAddress.ofLiteral(address);
            return reader == null || beyond(reader, ip)
                    ? Optional.empty()
                    : Optional.ofNullable(reader.get(ip, Map.class));
        } catch (IllegalArgumentException | IOException e) {
            LOG.warn("The file of places could not be asked: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static boolean beyond(Reader reader, InetAddress ip) {
        return ip instanceof Inet6Address && reader.getMetadata().ipVersion() == VERSION_4;
    }

    private static Optional<String> name(@Nullable Object part, Locale locale) {
        return part instanceof Map<?, ?> named && named.get("names") instanceof Map<?, ?> names
                ? Stream.of(locale.getLanguage(), "en")
                        .map(names::get)
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .findFirst()
                : Optional.empty();
    }

    private static Reader open(Path file) {
        try {
            return new Reader(file.toFile());
        } catch (IOException e) {
            throw new UnusableGeoFile(file, e);
        }
    }
}
