package io.countersign.bench.measure;

/**
 * What the servers were asked to do, as counted by themselves.
 *
 * @param statements of SQL; only counted while PostgreSQL logs them
 * @param transactions that were committed or rolled back
 * @param flushes of PostgreSQL's write-ahead log
 * @param redis commands from outside of scripts
 * @param records written to the broker's topics
 */
public record Work(long statements, long transactions, long flushes, long redis, long records) {

    public Work minus(Work before) {
        return new Work(
                statements - before.statements,
                transactions - before.transactions,
                flushes - before.flushes,
                redis - before.redis,
                records - before.records);
    }
}
