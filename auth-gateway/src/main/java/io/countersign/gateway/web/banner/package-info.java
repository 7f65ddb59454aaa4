/** What a page says about something that has happened. */
@NullMarked
package io.countersign.gateway.web.banner;

import org.jspecify.annotations.NullMarked;
