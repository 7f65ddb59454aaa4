package io.countersign.identity.geolocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {

    private static final Map<String, ?> COLOGNE =
            Map.of(
                    "city", Map.of("names", Map.of("en", "Cologne", "de", "Köln")),
                    "country", Map.of("names", Map.of("en", "Germany", "de", "Deutschland")));

    @TempDir private Path folder;

    @Test
    void namesThePlaceInTheLanguageThatIsAskedFor() throws IOException {
        try (Places places = places(GeoFile.ofLoopback(folder, COLOGNE))) {
            assertThat(places.of("127.0.0.1", Locale.ENGLISH)).contains("Cologne, Germany");
            assertThat(places.of("127.0.0.1", Locale.GERMAN)).contains("Köln, Deutschland");
            assertThat(places.of("127.0.0.1", Locale.of("ru"))).contains("Cologne, Germany");
        }
    }

    @Test
    void knowsNothingOfOtherAddresses() throws IOException {
        try (Places places = places(GeoFile.ofLoopback(folder, COLOGNE))) {
            assertThat(places.of("192.0.2.1", Locale.ENGLISH)).isEmpty();
            assertThat(places.of("2001:db8::1", Locale.ENGLISH)).isEmpty();
            assertThat(places.of("not an address", Locale.ENGLISH)).isEmpty();
        }
    }

    @Test
    void namesWhatThereIs() throws IOException {
        Path file =
                GeoFile.ofLoopback(
                        folder, Map.of("country", Map.of("names", Map.of("en", "Chile"))));
        try (Places places = places(file)) {
            assertThat(places.of("127.0.0.1", Locale.ENGLISH)).contains("Chile");
        }
    }

    @Test
    void knowsNothingWithoutAFile() throws IOException {
        try (Places places = new Places(new GeolocationSettings(null))) {
            assertThat(places.of("127.0.0.1", Locale.ENGLISH)).isEmpty();
        }
    }

    @Test
    void aFileThatIsNoneStopsTheStart() throws IOException {
        Path file = Files.writeString(folder.resolve("places.mmdb"), "nothing of the kind");

        assertThatThrownBy(() -> places(file))
                .isInstanceOf(UnusableGeoFile.class)
                .hasMessageContaining("countersign.geoip.file is " + file);
    }

    private static Places places(Path file) {
        return new Places(new GeolocationSettings(file));
    }
}
