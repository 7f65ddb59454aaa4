package io.countersign.gateway.challenge;

import io.countersign.challenge.Method;
import io.countersign.gateway.signin.Attempt;
import java.util.UUID;

/** Told of what the owner of an account should know, in the transaction that brings it about. */
public interface Alarm {

    /**
     * A sign-in or a step-up was refused in Telegram.
     *
     * @param notMe the person said so, rather than pressing a wrong number
     */
    void refused(Attempt attempt, boolean notMe);

    /** A method stands still after wrong answers. */
    void suspended(UUID account, Method method);
}
