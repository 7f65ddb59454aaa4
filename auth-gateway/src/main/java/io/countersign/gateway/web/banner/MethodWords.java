package io.countersign.gateway.web.banner;

import io.countersign.challenge.Method;
import io.countersign.identity.method.ProofMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The words that methods give themselves for addresses and message keys. */
@Component
public class MethodWords {

    private final Map<Method, String> words;

    MethodWords(List<ProofMethod> methods) {
        this.words =
                methods.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        ProofMethod::method, ProofMethod::word));
    }

    /**
     * The method's word.
     *
     * @throws IllegalArgumentException if there is no such method in this program
     */
    public String of(Method method) {
        String word = words.get(method);
        if (word == null) {
            throw new IllegalArgumentException("no method is " + method);
        }
        return word;
    }

    /** Empty where the word names none. */
    public Optional<Method> named(@Nullable String word) {
        return words.entrySet().stream()
                .filter(method -> method.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
