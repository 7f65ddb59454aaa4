package io.countersign.voice.twilio;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Say;
import io.countersign.events.content.Message;
import io.countersign.events.content.OneTimeCode;
import java.util.Arrays;
import java.util.Locale;

/**
 * What happens when the call is answered, as TwiML.
 *
 * @see <a href="https://www.twilio.com/docs/voice/twiml/say">Say</a>
 */
final class CallScript {

    /** The code twice, for people who have no pen at hand. */
    private enum Wording {
        EN(
                Say.Language.EN_US,
                "Your code is: %s.",
                "Once more: %s.",
                "Never share it with anyone."),
        DE(
                Say.Language.DE_DE,
                "Ihr Code lautet: %s.",
                "Noch einmal: %s.",
                "Geben Sie ihn niemandem weiter."),
        ES(Say.Language.ES_ES, "Su clave es: %s.", "Otra vez: %s.", "No la comparta con nadie."),
        RU(Say.Language.RU_RU, "Ваш код: %s.", "Ещё раз: %s.", "Никому его не сообщайте.");

        private final Say.Language language;
        private final String first;
        private final String again;
        private final String warning;

        Wording(Say.Language language, String first, String again, String warning) {
            this.language = language;
            this.first = first;
            this.again = again;
            this.warning = warning;
        }

        static Wording of(Locale locale) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equalsIgnoreCase(locale.getLanguage()))
                    .findFirst()
                    .orElse(EN);
        }

        String speak(OneTimeCode code) {
            String digits = oneByOne(code);
            return new VoiceResponse.Builder()
                    .pause(aMoment())
                    .say(say(first.formatted(digits)))
                    .pause(aMoment())
                    .say(say(again.formatted(digits)))
                    .say(say(warning))
                    .build()
                    .toXml();
        }

        private Say say(String text) {
            return new Say.Builder(text).language(language).build();
        }
    }

    private CallScript() {}

    /** Hangs up at once, unless there is something to read out. */
    static String of(Message message, Locale locale) {
        return message instanceof Message.SpokenCode(OneTimeCode code)
                ? Wording.of(locale).speak(code)
                : new VoiceResponse.Builder().hangup(new Hangup.Builder().build()).build().toXml();
    }

    /** With commas between them digits are read slowly, and never as one large number. */
    private static String oneByOne(OneTimeCode code) {
        return String.join(", ", code.digits().split(""));
    }

    private static Pause aMoment() {
        return new Pause.Builder().length(1).build();
    }
}
