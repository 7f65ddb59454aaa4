/** Takes mails over SMTP: GreenMail, behind a relay that misbehaves on demand. */
@NullMarked
package io.countersign.simulator.mail.smtp;

import org.jspecify.annotations.NullMarked;
