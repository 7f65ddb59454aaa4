package io.countersign.simulator.mail.smtp;

import io.countersign.simulator.faults.Faults;
import io.countersign.simulator.requests.RequestLog;
import org.springframework.stereotype.Component;

/** What every session needs. */
@Component
record Surroundings(
        SmtpSettings settings, Certificate certificate, Faults faults, RequestLog log) {}
