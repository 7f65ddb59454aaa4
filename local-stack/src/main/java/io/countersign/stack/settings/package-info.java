/** What the command line says: ports, folders and how many workers. */
@NullMarked
package io.countersign.stack.settings;

import org.jspecify.annotations.NullMarked;
