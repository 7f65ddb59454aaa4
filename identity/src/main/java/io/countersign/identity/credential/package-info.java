/** Hashes and checks passwords, with limits for each account, device and network. */
@NullMarked
package io.countersign.identity.credential;

import org.jspecify.annotations.NullMarked;
