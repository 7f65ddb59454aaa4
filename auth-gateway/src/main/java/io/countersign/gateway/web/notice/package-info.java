/** What a page says about something that has happened. */
@NullMarked
package io.countersign.gateway.web.notice;

import org.jspecify.annotations.NullMarked;
