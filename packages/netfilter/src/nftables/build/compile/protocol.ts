/** A protocol whose header a field is in. */
export interface Protocol {
  /** nft's name: `"tcp"`. */
  readonly name: string;
  readonly layer: "link" | "network" | "transport";
  /** EtherType of a protocol above the link layer, protocol number above IP; absent for Ethernet. */
  readonly number?: number;
  /** The protocol below, if only one is possible. */
  readonly above?: Protocol;
}

export const ETHER: Protocol = { name: "ether", layer: "link" };
export const VLAN: Protocol = { name: "vlan", layer: "link", number: 0x8100, above: ETHER };
export const IP: Protocol = { name: "ip", layer: "network", number: 0x0800 };
export const IP6: Protocol = { name: "ip6", layer: "network", number: 0x86dd };
export const ARP: Protocol = { name: "arp", layer: "network", number: 0x0806 };

/** Returns a protocol above IP. */
export const transport = (name: string, number: number, above?: Protocol): Protocol =>
  above === undefined ? { name, layer: "transport", number } : { name, layer: "transport", number, above };

/** Protocols of the network layer. */
export const NETWORKS = [IP, IP6, ARP] as const;
