/** The pages on which people choose a new password, or say that something was not them. */
@NullMarked
package io.countersign.gateway.web.password;

import org.jspecify.annotations.NullMarked;
