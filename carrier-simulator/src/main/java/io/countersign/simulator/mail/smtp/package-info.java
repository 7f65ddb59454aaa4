/** Takes mails over SMTP, and misbehaves on demand. */
@NullMarked
package io.countersign.simulator.mail.smtp;

import org.jspecify.annotations.NullMarked;
