package io.countersign.gateway.web.challenge;

import io.countersign.identity.factor.Factor;
import java.util.List;
import java.util.Locale;

/**
 * The reader of a challenge's status.
 *
 * @param journey on which page, and where it leads
 * @param factors where something may be delivered to
 * @param locale in which language
 */
public record PageReader(Journey journey, List<Factor> factors, Locale locale) {}
