/** Makes accounts for people who ask for one and read the mail that they get. */
@NullMarked
package io.countersign.identity.signup;

import org.jspecify.annotations.NullMarked;
