package io.countersign.identity.factor.recovery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Erases codes that may be seen only once but were kept to be seen again. */
@Component
class EraseSealedCodes implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(EraseSealedCodes.class);

    private final RecoveryCodes codes;
    private final RecoveryCodeSettings settings;

    EraseSealedCodes(RecoveryCodes codes, RecoveryCodeSettings settings) {
        this.codes = codes;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int erased = settings.viewable() ? 0 : codes.eraseSealed();
        if (erased > 0) {
            LOG.info("Recovery codes can be seen once only: erased {} sealed copies", erased);
        }
    }
}
