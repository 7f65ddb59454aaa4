package io.countersign.identity.alert;

import io.countersign.events.content.Fact;
import io.countersign.events.content.NoticeKind;
import io.countersign.identity.event.SecurityEvent.MethodSuspended;
import io.countersign.identity.event.SecurityEvent.PasswordChanged;
import io.countersign.identity.event.SecurityEvent.RecoveryCodeUsed;
import io.countersign.identity.event.SecurityEvent.RecoveryCodesReplaced;
import io.countersign.identity.event.SecurityEvent.RefusedAsNotTheirs;
import io.countersign.identity.event.SecurityEvent.RememberedDeviceCopied;
import io.countersign.identity.event.SecurityEvent.SessionsEnded;
import io.countersign.identity.event.SecurityEvent.SignInCompleted;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells owners at once about events that they should know of and perhaps did not cause. */
@Component
class AccountAlerts {

    private final Alerts alerts;

    AccountAlerts(Alerts alerts) {
        this.alerts = alerts;
    }

    @EventListener
    void on(SignInCompleted event) {
        if (event.newDevice()) {
            alerts.tell(event.account(), event.attempt(), NoticeKind.NEW_DEVICE, Map.of());
        }
    }

    @EventListener
    void on(RefusedAsNotTheirs event) {
        alerts.tell(
                event.account(),
                event.attempt(),
                NoticeKind.SIGN_IN_DENIED,
                Map.of(Fact.METHOD, event.method().name()));
    }

    @EventListener
    void on(MethodSuspended event) {
        alerts.tell(
                event.account(),
                NoticeKind.METHOD_SUSPENDED,
                Map.of(Fact.METHOD, event.method().name()));
    }

    @EventListener
    void on(PasswordChanged event) {
        alerts.tell(event.account(), NoticeKind.PASSWORD_CHANGED, event.origin());
    }

    @EventListener
    void on(RecoveryCodesReplaced event) {
        alerts.tell(event.account(), NoticeKind.RECOVERY_CODES_REGENERATED, event.origin());
    }

    @EventListener
    void on(RecoveryCodeUsed event) {
        alerts.tell(
                event.account(),
                NoticeKind.RECOVERY_CODE_USED,
                Map.of(Fact.COUNT, Integer.toString(event.left())));
    }

    @EventListener
    void on(SessionsEnded event) {
        alerts.tell(event.account(), NoticeKind.SESSIONS_ENDED, event.origin());
    }

    @EventListener
    void on(RememberedDeviceCopied event) {
        alerts.tell(event.account(), NoticeKind.REMEMBERED_DEVICE_COPIED, event.origin());
    }
}
