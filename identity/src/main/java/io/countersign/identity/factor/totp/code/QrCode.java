package io.countersign.identity.factor.totp.code;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/**
 * A QR code as SVG draws it.
 *
 * @param size of a side, with the quiet zone, in modules
 * @param path the dark modules, for the attribute {@code d}
 */
public record QrCode(int size, String path) {

    /** ISO/IEC 18004 wants four light modules around. */
    private static final int QUIET = 4;

    public static QrCode of(String text) {
        try {
            ByteMatrix modules =
                    Encoder.encode(
                                    text,
                                    ErrorCorrectionLevel.M,
                                    Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                            .getMatrix();
            return new QrCode(modules.getWidth() + 2 * QUIET, path(modules));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    private static String path(ByteMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                }
            }
        }
        return path.toString();
    }

    /** It shows a secret. */
    @Override
    public String toString() {
        return "QrCode[••••••]";
    }
}
