/** Protocol families by their names in nft. */
export const FAMILIES = {
  ip: "ipv4",
  ip6: "ipv6",
  inet: "inet",
  arp: "arp",
  bridge: "bridge",
  netdev: "netdev",
} as const;

/** A family by its name in nft. */
export type NftFamily = keyof typeof FAMILIES;
