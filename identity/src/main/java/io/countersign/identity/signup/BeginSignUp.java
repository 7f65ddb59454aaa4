package io.countersign.identity.signup;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a sign-up together with the mail about it. */
@Component
class BeginSignUp {

    private final PendingSignUps pendings;
    private final SignUpMails mails;

    BeginSignUp(PendingSignUps pendings, SignUpMails mails) {
        this.pendings = pendings;
        this.mails = mails;
    }

    @Transactional
    void with(PendingSignUp signUp) {
        pendings.add(signUp);
        mails.send(signUp);
    }

    @Transactional
    void again(PendingSignUp signUp) {
        mails.send(signUp);
    }

    Optional<PendingSignUp> find(UUID id) {
        return pendings.find(id);
    }
}
