package io.countersign.sms.text;

import io.countersign.events.content.OneTimeCode;
import java.util.Arrays;
import java.util.Locale;

/**
 * What an SMS says. Its last line binds the code to the site, so that browsers and phones offer it
 * there and nowhere else.
 *
 * @see <a href="https://wicg.github.io/sms-one-time-codes/">Origin-bound one-time codes</a>
 */
public final class SmsTexts {

    /**
     * One text for each language; none much longer than the others, or there is no room for the
     * host.
     */
    private enum Wording {
        EN("Your code: %s. Never share it with anyone."),
        DE("Ihr Code: %s. Geben Sie ihn niemandem weiter."),
        ES("Su clave: %s. No la comparta con nadie."),
        RU("Код %s. Никому не говорите");

        private final String text;

        Wording(String text) {
            this.text = text;
        }

        static Wording of(Locale locale) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equalsIgnoreCase(locale.getLanguage()))
                    .findFirst()
                    .orElse(EN);
        }

        String write(OneTimeCode code, String host) {
            return text.formatted(code.digits()) + "\n@" + host + " #" + code.digits();
        }
    }

    private final String siteHost;

    /**
     * @param siteHost the host name of the page that asks for the code, without scheme or port, not
     *     longer than {@link #longestHost()}
     */
    public SmsTexts(String siteHost) {
        this.siteHost = siteHost;
    }

    /** With a host name up to this length every text is one segment in every language. */
    public static int longestHost() {
        OneTimeCode any = new OneTimeCode("000000");
        return Arrays.stream(Wording.values())
                .mapToInt(wording -> SmsSegments.roomLeft(wording.write(any, "")))
                .min()
                .orElseThrow();
    }

    /** The text in the person's language, or in English if we do not have it. */
    public String write(OneTimeCode code, Locale locale) {
        return Wording.of(locale).write(code, siteHost);
    }
}
