package io.countersign.stack.keys;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig2026;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/** A secret of an installation, and the file it is in. */
public enum Secret {
    /** Tink AEAD keyset that seals what only the SMS workers may read. */
    SEAL_SMS("seal-sms.json", Form.SEALING_KEYSET),
    /** The same for the voice workers. */
    SEAL_VOICE("seal-voice.json", Form.SEALING_KEYSET),
    /** The same for the Telegram workers. */
    SEAL_TELEGRAM("seal-telegram.json", Form.SEALING_KEYSET),
    /** The same for the e-mail workers. */
    SEAL_EMAIL("seal-email.json", Form.SEALING_KEYSET),
    /** Tink AEAD keyset for what the gateway alone may read: codes and personal data at rest. */
    SEAL_GATEWAY("seal-gateway.json", Form.SEALING_KEYSET),
    /** Tink MAC keyset by which the gateway recognises what it does not keep in clear. */
    MAC_GATEWAY("mac-gateway.json", Form.MAC_KEYSET),
    REDIS_PASSWORD("redis-password", Form.PASSWORD),
    POSTGRES_PASSWORD("postgres-password", Form.PASSWORD),
    /** Of the simulated mail server; a real server's operator gives out the real one. */
    SMTP_PASSWORD("smtp-password", Form.PASSWORD),
    /** Of the simulated account; a real one comes from Twilio. */
    TWILIO_ACCOUNT_SID("twilio-account-sid", Form.TWILIO_ACCOUNT_SID),
    /** Of the simulated account; a real one comes from Twilio. */
    TWILIO_AUTH_TOKEN("twilio-auth-token", Form.TWILIO_AUTH_TOKEN),
    /** Of the simulated bot; a real one comes from Telegram. */
    TELEGRAM_BOT_TOKEN("telegram-bot-token", Form.TELEGRAM_BOT_TOKEN);

    private final String file;
    private final Form form;

    Secret(String file, Form form) {
        this.file = file;
        this.form = form;
    }

    /** Without those that a provider gives. */
    static Set<Secret> ofDeployment() {
        return EnumSet.complementOf(
                EnumSet.of(
                        SMTP_PASSWORD, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TELEGRAM_BOT_TOKEN));
    }

    public String file() {
        return file;
    }

    String generate(SecureRandom random) {
        return switch (form) {
            case SEALING_KEYSET ->
                    keyset(
                            PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE,
                            AeadConfig2026.get());
            case MAC_KEYSET ->
                    keyset(PredefinedMacParameters.HMAC_SHA256_256BITTAG, MacConfig2026.get());
            case PASSWORD -> hex(random, 32);
            case TWILIO_ACCOUNT_SID -> "AC" + hex(random, 16);
            case TWILIO_AUTH_TOKEN -> hex(random, 16);
            // 26 random bytes are 35 characters.
            case TELEGRAM_BOT_TOKEN -> "123456789:" + base64Url(random, 26);
        };
    }

    private static String keyset(Parameters parameters, Configuration configuration) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(parameters, configuration),
                    configuration,
                    InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot generate a keyset", e);
        }
    }

    private static String hex(SecureRandom random, int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    private static String base64Url(SecureRandom random, int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private enum Form {
        SEALING_KEYSET,
        MAC_KEYSET,
        PASSWORD,
        TWILIO_ACCOUNT_SID,
        TWILIO_AUTH_TOKEN,
        TELEGRAM_BOT_TOKEN
    }
}
