package io.countersign.identity.account;

/**
 * The reader of a mail.
 *
 * @param locale their language, a BCP 47 tag
 */
public record Addressee(EmailAddress email, String locale) {}
