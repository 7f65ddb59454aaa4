/** Makes accounts for people who ask for one. */
@NullMarked
package io.countersign.gateway.signup;

import org.jspecify.annotations.NullMarked;
