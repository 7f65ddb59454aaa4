/** Where an account is signed in, and how its owner ends that. */
@NullMarked
package io.countersign.identity.sessions;

import org.jspecify.annotations.NullMarked;
