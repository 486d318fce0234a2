/**
 * Captured netlink conversations: pcap, pcapng, hexadecimal and strace, read, decoded and written.
 *
 * @module
 */
export * from "@rxnetlink/capture";
