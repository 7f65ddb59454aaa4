package io.countersign.gateway.web.link;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;

/** Says that a link was used already, is too old, or never was one. */
public final class DeadLink {

    private DeadLink() {}

    /** The name of the page. */
    public static String show(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "link-gone";
    }
}
