package io.countersign.identity.alert;

import java.time.Instant;

/**
 * When and where something happened.
 *
 * @param address the IP address it came from
 * @param userAgent as the client said
 */
record Scene(Instant at, String address, String userAgent) {}
