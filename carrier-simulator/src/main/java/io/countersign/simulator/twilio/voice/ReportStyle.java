package io.countersign.simulator.twilio.voice;

/** How honestly status callbacks are made. */
enum ReportStyle {
    USUAL,
    LOST,
    BACKWARDS,
    TWICE
}
