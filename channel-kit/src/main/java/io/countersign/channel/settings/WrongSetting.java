package io.countersign.channel.settings;

/** A setting with which the program must not start. */
public final class WrongSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param key as it is written in a properties file
     * @param why completes a sentence that begins with the key; holds no secret
     */
    public WrongSetting(String key, String why) {
        super(key + " " + why + ".");
    }
}
