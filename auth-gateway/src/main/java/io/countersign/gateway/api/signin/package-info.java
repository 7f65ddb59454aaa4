/** Sign-up, sign-in, second factor and session, over the API. */
@NullMarked
package io.countersign.gateway.api.signin;

import org.jspecify.annotations.NullMarked;
