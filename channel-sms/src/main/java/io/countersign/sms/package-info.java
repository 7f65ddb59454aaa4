/** The SMS channel's worker. */
@NullMarked
package io.countersign.sms;

import org.jspecify.annotations.NullMarked;
