package io.countersign.gateway.configuration;

import io.countersign.identity.geolocation.UnusableGeoFile;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence what is wrong with the file of places. */
class UnusableGeoFileAnalyzer extends AbstractFailureAnalyzer<UnusableGeoFile> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableGeoFile cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Give the path of a MaxMind database of cities or countries, or leave it out.",
                cause);
    }
}
