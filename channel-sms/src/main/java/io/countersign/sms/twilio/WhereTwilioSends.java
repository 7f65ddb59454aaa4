package io.countersign.sms.twilio;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;

/** Leaves out what belongs to Twilio where that is not enabled. */
@ConditionalOnBooleanProperty(name = "countersign.sms.twilio.enabled", matchIfMissing = true)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface WhereTwilioSends {}
