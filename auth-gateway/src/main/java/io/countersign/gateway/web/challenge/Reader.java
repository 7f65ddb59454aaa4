package io.countersign.gateway.web.challenge;

import io.countersign.gateway.phone.Phone;
import java.util.List;
import java.util.Locale;

/**
 * Who reads about a challenge.
 *
 * @param journey on which page, and where it leads
 * @param phones where a code may go
 * @param locale in which language
 */
public record Reader(Journey journey, List<Phone> phones, Locale locale) {}
