package io.countersign.simulator.twilio.voice;

import io.countersign.simulator.calls.CallEvent;
import java.net.URI;
import java.util.Set;

/**
 * What the customer wants to be told about a call.
 *
 * @param get whether by GET, else by POST
 */
record CallReports(URI url, boolean get, Set<CallEvent> events) {}
