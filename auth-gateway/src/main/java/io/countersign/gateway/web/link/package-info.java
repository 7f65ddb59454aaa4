/** What the pages that links in mails lead to have in common. */
@NullMarked
package io.countersign.gateway.web.link;

import org.jspecify.annotations.NullMarked;
