package io.countersign.simulator.twilio.voice;

import java.net.URI;

/** Where the customer has written what to do with a call that is answered. */
sealed interface Instructions {

    /** In the request itself, as TwiML. */
    record Document(String twiml) implements Instructions {
        @Override
        public String toString() {
            return "Document[]";
        }
    }

    /** At an address that answers with TwiML. */
    record Address(URI url, boolean get) implements Instructions {}
}
