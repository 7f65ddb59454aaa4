/** The pages on which a person asks for an account and confirms the address. */
@NullMarked
package io.countersign.gateway.web.signup;

import org.jspecify.annotations.NullMarked;
