package io.countersign.gateway;

import org.springframework.test.context.TestPropertySource;

/** A gateway whose policy allows what it does not by default; all such tests share one. */
@TestPropertySource(
        properties = {
            "countersign.remembered-devices.lifetime=30d",
            "countersign.sign-in.tries-per-account=1000",
            "countersign.recovery-codes.visibility=viewable"
        })
public abstract class LenientGatewayTest extends GatewayTest {}
