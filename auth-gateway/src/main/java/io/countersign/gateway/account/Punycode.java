package io.countersign.gateway.account;

/**
 * Writes other letters with ASCII's.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3492#section-6.3">RFC 3492, section 6.3</a>
 */
final class Punycode {

    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 0x80;

    private final StringBuilder encoded = new StringBuilder();
    private final int[] input;
    private final int basic;
    private int bias = INITIAL_BIAS;
    private int handled;
    private int delta;

    private Punycode(String label) {
        input = label.codePoints().toArray();
        label.codePoints().filter(each -> each < INITIAL_N).forEach(encoded::appendCodePoint);
        basic = encoded.length();
        handled = basic;
        if (basic > 0) {
            encoded.append('-');
        }
    }

    /** A label of at most a few hundred characters, without the prefix. */
    static String encode(String label) {
        Punycode code = new Punycode(label);
        int n = INITIAL_N;
        int[] others =
                label.codePoints().filter(each -> each >= INITIAL_N).distinct().sorted().toArray();
        for (int next : others) {
            code.delta += (next - n) * (code.handled + 1);
            code.insertAll(next);
            code.delta++;
            n = next + 1;
        }
        return code.encoded.toString();
    }

    private void insertAll(int next) {
        for (int each : input) {
            if (each < next) {
                delta++;
            } else if (each == next) {
                write();
            }
        }
    }

    /** The distance as an integer of variable length, and the bias adapted to it. */
    private void write() {
        int q = delta;
        int k = BASE;
        for (int t = threshold(k); q >= t; t = threshold(k)) {
            encoded.append(digit(t + (q - t) % (BASE - t)));
            q = (q - t) / (BASE - t);
            k += BASE;
        }
        encoded.append(digit(q));
        adapt();
    }

    private int threshold(int k) {
        return Math.clamp(k - bias, T_MIN, T_MAX);
    }

    private void adapt() {
        boolean first = handled == basic;
        handled++;
        int rest = delta / (first ? DAMP : 2);
        rest += rest / handled;
        int k = 0;
        while (rest > (BASE - T_MIN) * T_MAX / 2) {
            rest /= BASE - T_MIN;
            k += BASE;
        }
        bias = k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
        delta = 0;
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }
}
