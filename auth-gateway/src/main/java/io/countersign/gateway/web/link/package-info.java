/** Shared by the pages that links in mails lead to. */
@NullMarked
package io.countersign.gateway.web.link;

import org.jspecify.annotations.NullMarked;
