package io.countersign.delivery;

/** Where a receipt leads from any state that a provider has not confirmed yet. */
final class Receipts {

    private Receipts() {}

    static Delivery apply(Head head, Receipt receipt) {
        return switch (receipt) {
            case Receipt.OnItsWay(Acceptance acceptance) -> new Sent(head, acceptance);
            case Receipt.Rings(Acceptance acceptance) -> new Ringing(head, acceptance);
            case Receipt.Arrived(Acceptance acceptance) -> new Delivered(head, acceptance);
            case Receipt.Lost lost -> new Failed(head, lost.reason());
        };
    }
}
