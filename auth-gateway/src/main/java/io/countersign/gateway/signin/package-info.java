/** One attempt to sign in, from password to verdict, as the database has it. */
@NullMarked
package io.countersign.gateway.signin;

import org.jspecify.annotations.NullMarked;
