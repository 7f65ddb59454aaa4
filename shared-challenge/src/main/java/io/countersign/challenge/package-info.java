/** One question put to one login, step-up or enrolment, and every rule about answering it. */
@NullMarked
package io.countersign.challenge;

import org.jspecify.annotations.NullMarked;
