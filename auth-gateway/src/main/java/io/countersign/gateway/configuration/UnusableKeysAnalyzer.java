package io.countersign.gateway.configuration;

import io.countersign.engine.keys.UnusableKeys;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence which keys are missing or unusable. */
class UnusableKeysAnalyzer extends AbstractFailureAnalyzer<UnusableKeys> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableKeys cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Have the keys generated, or point countersign.keys.directory to the folder that"
                        + " holds them. There are no default ones.",
                cause);
    }
}
