package io.countersign.gateway.web.phone;

/**
 * A country to choose.
 *
 * @param code ISO 3166
 * @param name in the visitor's language
 * @param callingCode without {@code +}
 */
record Country(String code, String name, int callingCode) {}
