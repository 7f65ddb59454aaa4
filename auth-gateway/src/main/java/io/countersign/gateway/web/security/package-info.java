/** The pages that show how an account is protected, and who has been using it. */
@NullMarked
package io.countersign.gateway.web.security;

import org.jspecify.annotations.NullMarked;
