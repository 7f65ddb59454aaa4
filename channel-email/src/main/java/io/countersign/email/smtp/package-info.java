/** Hands letters to an SMTP server and understands what it answers. */
@NullMarked
package io.countersign.email.smtp;

import org.jspecify.annotations.NullMarked;
