/**
 * nftables: expressions, and what they act on.
 *
 * @module
 */
export * from "@rxnetlink/netfilter/nftables";
