package io.countersign.identity.method;

import io.countersign.challenge.Method;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which methods people can prove a factor by: {@code PRIMARY}, {@code FALLBACK} (beside a stronger
 * one alone) or {@code OFF}.
 *
 * @param totp the six digits of an authenticator app
 * @param telegram a question in Telegram
 * @param sms a code by SMS
 * @param call a call whose number ends in the code
 * @param recoveryCode a code that was written down; {@code PRIMARY} or {@code OFF}, and never
 *     offered first
 * @param besides the methods that are strong enough for a {@code FALLBACK} beside them
 */
@Validated
@ConfigurationProperties("countersign.methods")
public record MethodSettings(
        @DefaultValue("PRIMARY") MethodRole totp,
        @DefaultValue("PRIMARY") MethodRole telegram,
        @DefaultValue("PRIMARY") MethodRole sms,
        @DefaultValue("FALLBACK") MethodRole call,
        @DefaultValue("PRIMARY") MethodRole recoveryCode,
        @DefaultValue({"TELEGRAM", "TOTP"}) Set<Method> besides) {

    /**
     * @throws IllegalArgumentException naming what cannot be
     */
    public MethodSettings {
        besides = Set.copyOf(besides);
        if (recoveryCode == MethodRole.FALLBACK) {
            throw new IllegalArgumentException(
                    "countersign.methods.recovery-code is FALLBACK; it can be PRIMARY or OFF");
        }
        if (!List.of(totp, telegram, sms, call).contains(MethodRole.PRIMARY)) {
            throw new IllegalArgumentException(
                    "countersign.methods: one of totp, telegram, sms and call has to be PRIMARY");
        }
    }
}
