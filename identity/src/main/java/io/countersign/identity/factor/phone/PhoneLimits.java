package io.countersign.identity.factor.phone;

import io.countersign.challenge.store.Limit;
import io.countersign.engine.keys.GatewayKeys;
import io.countersign.engine.limit.SendLimits;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.admission.ClientNetwork;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which limits one send counts against. */
@Component
public class PhoneLimits {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final SendLimits most;
    private final GatewayKeys keys;

    PhoneLimits(SendLimits most, GatewayKeys keys) {
        this.most = most;
        this.keys = keys;
    }

    public List<Limit> of(AccountId account, Phone phone, String address) {
        String number = phone.tag();
        return List.of(
                new Limit(
                        "number-10-minutes",
                        "number10m:" + number,
                        most.perNumberTenMinutes(),
                        TEN_MINUTES),
                new Limit("number-hour", "number1h:" + number, most.perNumberHour(), HOUR),
                new Limit("account-day", "account:" + account, most.perAccountDay(), DAY),
                new Limit(
                        "address-hour",
                        "address:" + keys.tag("address", ClientNetwork.of(address).name()),
                        most.perAddressHour(),
                        HOUR),
                new Limit("region-day", "region:" + phone.region(), most.perRegionDay(), DAY),
                new Limit("all-day", "all", most.perDay(), DAY));
    }
}
