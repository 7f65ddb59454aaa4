/**
 * Judges answers to a challenge: verifies what was typed, then counts it in one step of the store.
 */
@NullMarked
package io.countersign.engine.answer;

import org.jspecify.annotations.NullMarked;
