/** The pages on which somebody asks for an account and confirms the address. */
@NullMarked
package io.countersign.gateway.web.signup;

import org.jspecify.annotations.NullMarked;
