package io.countersign.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.web.servlet.handler.AbstractHandlerMethodMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** The paths that something answers at. */
final class EveryPath {

    private EveryPath() {}

    /** As patterns, without the errors' own. */
    static Set<String> of(List<AbstractHandlerMethodMapping<RequestMappingInfo>> mappings) {
        Set<String> paths = new TreeSet<>();
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(EveryPath::patterns)
                .filter(path -> !path.equals("/error"))
                .forEach(paths::add);
        assertThat(paths).hasSizeGreaterThan(15);
        return paths;
    }

    /** One path that fits a pattern. */
    static String fitting(String pattern) {
        return pattern.replace("{id}", "00000000-0000-0000-0000-000000000000")
                .replaceAll("\\{[^}]+}", "x")
                .replace("/**", "/readiness");
    }

    private static Stream<String> patterns(RequestMappingInfo info) {
        return info.getPathPatternsCondition() == null
                ? Stream.of()
                : info.getPathPatternsCondition().getPatternValues().stream();
    }
}
