package io.countersign.identity.account;

/**
 * Who reads a mail.
 *
 * @param locale their language, a BCP 47 tag
 */
public record Addressee(EmailAddress email, String locale) {}
