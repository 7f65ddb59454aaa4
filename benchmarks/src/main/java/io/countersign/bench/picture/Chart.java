package io.countersign.bench.picture;

import java.util.List;
import java.util.Locale;

/**
 * Bars under a heading, to one scale.
 *
 * @param heading above them
 */
record Chart(String heading, List<Bar> bars) {

    private static final int LEFT = 250;
    private static final int WIDTH = 430;
    private static final int STEP = 26;
    private static final int HEADING = 34;
    private static final int THICK = 16;

    int height() {
        return HEADING + bars.size() * STEP + 12;
    }

    /** As SVG, beginning at this height. */
    String svg(int top) {
        double longest = bars.stream().mapToDouble(Bar::most).max().orElse(1);
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<text x=\"24\" y=\"%d\" class=\"heading\">%s</text>\n"
                        .formatted(top + 20, escaped(heading)));
        for (int i = 0; i < bars.size(); i++) {
            svg.append(svg(bars.get(i), top + HEADING + i * STEP, WIDTH / longest));
        }
        return svg.toString();
    }

    private static String svg(Bar bar, int y, double scale) {
        int end = LEFT + (int) Math.round(bar.median() * scale);
        int from = LEFT + (int) Math.round(bar.least() * scale);
        int to = LEFT + (int) Math.round(bar.most() * scale);
        int middle = y + THICK / 2;
        return """
               <text x="%d" y="%d" class="label">%s</text>
               <rect x="%d" y="%d" width="%d" height="%d" rx="2" fill="%s"/>
               <path d="M%d %d H%d M%d %d v8 M%d %d v8" class="spread"/>
               <text x="%d" y="%d">%s %s</text>
               """
                .formatted(
                        LEFT - 10,
                        middle + 5,
                        escaped(bar.label()),
                        LEFT,
                        y,
                        end - LEFT,
                        THICK,
                        bar.colour(),
                        from,
                        middle,
                        to,
                        from,
                        middle - 4,
                        to,
                        middle - 4,
                        Math.max(end, to) + 8,
                        middle + 5,
                        shown(bar.median()),
                        bar.unit());
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
