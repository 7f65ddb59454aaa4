package io.countersign.simulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** Runs the simulator on a free port of the loopback address, with short delays. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "simulator.twilio.account-sid=" + Simulator.ACCOUNT_SID,
            "simulator.twilio.auth-token=" + Simulator.AUTH_TOKEN,
            "simulator.callbacks.queued-after=5ms",
            "simulator.callbacks.sent-after=40ms",
            "simulator.callbacks.delivered-after=120ms",
            "simulator.telegram.bot-token=" + Simulator.BOT_TOKEN,
            "simulator.telegram.webhook-retry-after=20ms",
            "simulator.smtp.username=" + Simulator.SMTP_USER,
            "simulator.smtp.password=" + Simulator.SMTP_PASSWORD,
            "simulator.calls.initiated-after=5ms",
            "simulator.calls.ringing-after=20ms",
            "simulator.calls.words-take=1ms",
        })
public @interface RunningSimulator {}
