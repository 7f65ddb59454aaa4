package io.countersign.identity.factor.totp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With others' programs: zbarimg reads the QR code, oathtool makes the codes. */
class OtherToolsTest extends GatewayTest {

    private static final int PIXELS = 6;
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    @TempDir private Path folder;

    @BeforeAll
    static void areThere() {
        assumeTrue(
                isThere("oathtool") && isThere("zbarimg"),
                "oathtool or zbarimg is missing (Debian: apt-get install oathtool zbar-tools)");
    }

    @Test
    @Tag("SECURITY-6")
    void whatZbarimgReadsAndOathtoolMakesSignsInOnceAndInItsTimeOnly() throws Exception {
        Person person = personWithoutPhone();
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);
        String proof =
                Page.of(
                                visitor.post(
                                        "/security/authenticators/new",
                                        "/security/authenticators/new",
                                        Map.of("name", "Aegis", "password", PASSWORD)))
                        .location();

        String secret = secret(scan(Page.of(visitor.get(proof))), person.email());
        long now = Instant.now().getEpochSecond();
        visitor.post(proof, proof, Map.of("code", code(secret, now)));

        assertThat(answer(person, code(secret, now - 90))).isEqualTo(422);
        assertThat(answer(person, code(secret, now + 120))).isEqualTo(422);
        assertThat(answer(person, code(secret, now + 30))).isEqualTo(200);
        assertThat(answer(person, code(secret, now + 30))).as("a replay").isEqualTo(422);
        assertThat(answer(person, code(secret, now))).as("the step before").isEqualTo(422);
    }

    private int answer(Person person, String code) {
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        return client.answer(code).status();
    }

    /** What a camera sees of the page. */
    private String scan(Page page) throws Exception {
        int size =
                Integer.parseInt(page.attribute("#qr", "viewBox").replaceAll(".* ", "")) * PIXELS;
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, size, size);
        pen.setColor(Color.BLACK);
        MODULE.matcher(page.attribute("#qr path", "d"))
                .results()
                .forEach(module -> pen.fillRect(at(module, 1), at(module, 2), PIXELS, PIXELS));
        File file = folder.resolve("qr.png").toFile();
        ImageIO.write(image, "png", file);
        return run("zbarimg", "--quiet", "--raw", file.getPath());
    }

    private static int at(MatchResult module, int axis) {
        return Integer.parseInt(module.group(axis)) * PIXELS;
    }

    private static String secret(String uri, String email) {
        assertThat(uri)
                .startsWith("otpauth://totp/Countersign:" + email.replace("@", "%40") + "?")
                .contains("issuer=Countersign", "algorithm=SHA1", "digits=6", "period=30");
        return uri.replaceAll(".*[?&]secret=([A-Z2-7]+).*", "$1");
    }

    private static String code(String secret, long at) throws Exception {
        return run("oathtool", "--totp", "--base32", "--now=@" + at, secret);
    }

    private static boolean isThere(String program) {
        try {
            run(program, "--version");
            return true;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor()).as(command[0]).isZero();
        return said;
    }
}
