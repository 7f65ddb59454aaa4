/** Lets people choose a new password, forgotten or not, and say that something was not them. */
@NullMarked
package io.countersign.identity.password;

import org.jspecify.annotations.NullMarked;
