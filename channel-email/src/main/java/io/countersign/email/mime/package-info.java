/** A mail as it is sent: its headers, its parts and its identity. */
@NullMarked
package io.countersign.email.mime;

import org.jspecify.annotations.NullMarked;
