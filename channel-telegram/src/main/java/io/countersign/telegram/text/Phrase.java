package io.countersign.telegram.text;

import java.util.Locale;

/** Something the bot says; its words are in {@code phrases*.properties}. */
public enum Phrase {
    QUESTION,
    QUESTION_ACCOUNT,
    QUESTION_SERVICE,
    QUESTION_AT,
    QUESTION_DEVICE,
    QUESTION_ADDRESS,
    QUESTION_PLACE,
    QUESTION_CHOOSE,
    QUESTION_REFUSE,
    QUESTION_WITHDRAWN,

    PRESSED_NUMBER,
    PRESSED_REFUSAL,
    CONFIRMED,
    CONFIRMED_ELSEWHERE,
    CONFIRMED_OTHERWISE,
    WRONG_NUMBER,
    REFUSED,
    REFUSED_ELSEWHERE,
    LOCKED,
    EXPIRED,

    PRESS_NUMBER,
    PRESS_REFUSAL,
    PRESS_TOO_MANY,
    PRESS_TOO_LATE,
    PRESS_NOT_YOURS,
    PRESS_UNKNOWN,

    LINKED,
    LINK_UNKNOWN,
    LINK_IN_GROUP,
    UNBLOCKED,
    ABOUT;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
