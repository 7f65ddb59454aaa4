package io.countersign.gateway.web;

import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a response shows. */
public record Page(int status, String location, Document document) {

    public static Page of(HttpResponse<String> response) {
        return new Page(
                response.statusCode(),
                response.headers()
                        .firstValue("Location")
                        .orElse("")
                        .replaceFirst("^https?://[^/]+", ""),
                Jsoup.parse(response.body()));
    }

    /** All that can be read in the page's main part. */
    public String text() {
        Element main = document.selectFirst("main");
        return main == null ? document.text() : main.text();
    }

    /** What can be read at the first place that the selector fits; empty where there is none. */
    public String text(String selector) {
        return document.select(selector).stream().findFirst().map(Element::text).orElse("");
    }

    /** An attribute at the first place that the selector fits; empty where there is none. */
    public String attribute(String selector, String name) {
        return document.select(selector).attr(name);
    }

    public boolean has(String selector) {
        return document.selectFirst(selector) != null;
    }
}
