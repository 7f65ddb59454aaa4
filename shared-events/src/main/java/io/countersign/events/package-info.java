/** The wire contract between gateway and channel workers: facts, their ids and their JSON form. */
@NullMarked
package io.countersign.events;

import org.jspecify.annotations.NullMarked;
