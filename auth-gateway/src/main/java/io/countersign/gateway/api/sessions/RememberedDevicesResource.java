package io.countersign.gateway.api.sessions;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.identity.caller.Client;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.remembered.RememberedDevice;
import io.countersign.identity.remembered.RememberedDeviceList;
import io.countersign.identity.remembered.RememberedDevices;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The remembered devices of the signed-in person. */
@RestController
@RequestMapping("/api/v1/remembered-devices")
class RememberedDevicesResource {

    private final RememberedDevices devices;
    private final RememberedDeviceList list;

    RememberedDevicesResource(RememberedDevices devices, RememberedDeviceList list) {
        this.devices = devices;
        this.list = list;
    }

    /** The one that asks first, then the one that was used last. */
    @OpenTo(Access.SIGNED_IN)
    @GetMapping
    List<RememberedDevice> devices(SignedIn who, Client client, Locale locale) {
        return list.of(who.account(), client.remembered(), locale);
    }

    /** Has the second factor asked for on it again; a session on it continues. */
    @OpenTo(Access.SIGNED_IN)
    @PostMapping("/{id}/forget")
    ResponseEntity<Object> forget(SignedIn who, @PathVariable UUID id) {
        return devices.forget(who.account(), id)
                ? ResponseEntity.noContent().build()
                : Problem.of(ProblemType.REMEMBERED_DEVICE_NOT_FOUND).answer();
    }

    /** The same for all, including the one that asks. */
    @OpenTo(Access.SIGNED_IN)
    @PostMapping("/forget-all")
    ResponseEntity<Object> forgetAll(SignedIn who) {
        devices.forgetAll(who.account());
        return ResponseEntity.noContent().build();
    }
}
