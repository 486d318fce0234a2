/**
 * Packets: the headers of what netfilter logs and queues, and the checksums of what is sent on altered.
 *
 * @module
 */
export * from "@rxnetlink/netfilter/packet";
