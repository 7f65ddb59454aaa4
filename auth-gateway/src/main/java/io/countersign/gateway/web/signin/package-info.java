/** The sign-in page, and the way from there to where a visitor can continue. */
@NullMarked
package io.countersign.gateway.web.signin;

import org.jspecify.annotations.NullMarked;
