/**
 * The ways to give a second factor: which an account has, which it can use now, and the sign-in
 * that uses them.
 */
@NullMarked
package io.countersign.identity.method;

import org.jspecify.annotations.NullMarked;
