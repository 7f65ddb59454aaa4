package io.countersign.bench.picture;

/**
 * A bar with the spread of its runs.
 *
 * @param label beside it
 * @param median how long it is
 * @param least where the spread begins
 * @param most where it ends
 * @param unit behind the number
 * @param colour as CSS has it
 */
record Bar(String label, double median, double least, double most, String unit, String colour) {}
