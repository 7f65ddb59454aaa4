/** Keeps sessions in PostgreSQL, so that a changed session id is another row. */
@NullMarked
package io.countersign.gateway.session.store;

import org.jspecify.annotations.NullMarked;
