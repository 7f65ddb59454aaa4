package io.countersign.bench.people;

/**
 * An account that was made for measuring.
 *
 * @param number of the phone, in E.164 form
 * @param secret of the authenticator app, in Base32
 */
public record Person(String email, String number, String secret) {

    /** Everyone's, so that one hash serves all rows. */
    public static final String PASSWORD = "a sentence that everybody here shares";

    /** The person with this number, the same in every run. */
    public static Person of(int index) {
        return new Person(
                "person%07d@bench.example".formatted(index),
                "+1212%07d".formatted(2_000_000 + index),
                Secrets.base32(index));
    }

    @Override
    public String toString() {
        return "Person[" + email + "]";
    }
}
