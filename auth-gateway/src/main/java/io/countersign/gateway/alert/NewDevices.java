package io.countersign.gateway.alert;

import io.countersign.events.NoticeKind;
import io.countersign.gateway.signin.Attempt;
import io.countersign.gateway.signin.KnownDevices;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Tells people when somebody signs in from where nobody has before. */
@Service
public class NewDevices {

    private final KnownDevices devices;
    private final Alerts alerts;

    NewDevices(KnownDevices devices, Alerts alerts) {
        this.devices = devices;
        this.alerts = alerts;
    }

    /**
     * Looks at a sign-in, in the transaction that completes it. The very first one of an account is
     * no news.
     *
     * @param token what the device shows of earlier sign-ins
     */
    public void look(Attempt attempt, Optional<String> token) {
        if (devices.isNews(attempt.account(), attempt.id(), token)) {
            alerts.tell(attempt, NoticeKind.NEW_DEVICE, Map.of());
        }
    }
}
