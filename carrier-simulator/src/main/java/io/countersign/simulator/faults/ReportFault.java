package io.countersign.simulator.faults;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** What can go wrong with Twilio's status callbacks, while all else goes well. */
public sealed interface ReportFault extends MessageFault, CallFault {

    /** Never reports. */
    @JsonTypeName("lost-receipt")
    record LostReceipt() implements ReportFault {}

    /** Reports in the reverse order, all at the end. */
    @JsonTypeName("receipts-out-of-order")
    record ReceiptsOutOfOrder() implements ReportFault {}

    /** Makes every report twice. */
    @JsonTypeName("duplicated-receipts")
    record DuplicatedReceipts() implements ReportFault {}
}
