package io.countersign.telegram.prompt;

/** Takes care of questions from the moment they appear in a chat. */
@FunctionalInterface
public interface OpenPrompts {

    /**
     * Remembers the question and has it edited until it says how it ended.
     *
     * @throws io.countersign.challenge.store.StoreUnavailable when it could not be remembered
     */
    void opened(Prompt prompt);
}
