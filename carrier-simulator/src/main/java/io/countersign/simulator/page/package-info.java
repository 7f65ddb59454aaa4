/** What the pages share: rendering of single parts, clock times and protective headers. */
@NullMarked
package io.countersign.simulator.page;

import org.jspecify.annotations.NullMarked;
