/** A link as the page shows it. */
export interface LinkView {
  /** Its namespace and index: `"blue/2"`. */
  readonly id: string;
  /** Name of its namespace. */
  readonly namespace: string;
  /** Its index. */
  readonly index: number;
  /** Its name. */
  readonly name: string;
  /** Its kind: `"veth"`, `"bridge"` …; `"loopback"`, or `"device"` for hardware. */
  readonly kind: string;
  /** Its state: up with a carrier, up without, or down. */
  readonly state: "up" | "no carrier" | "down";
  /** Largest packet, in bytes. */
  readonly mtu?: number;
  /** Its hardware address. */
  readonly mac?: string;
  /** Id of its bridge, bond or VRF. */
  readonly master?: string;
  /** Id of the link below: of a VLAN, a macvlan or a tunnel. */
  readonly lower?: string;
  /** Id of the other end of a pair. */
  readonly peer?: string;
  /** True if the peer or the link below is in a namespace that is not shown. */
  readonly elsewhere?: boolean;
  /** Its addresses with prefix lengths, the global ones first. */
  readonly addresses: readonly string[];
  /** What matters most about its kind: `"VNI 42"`. */
  readonly note?: string;
  /** Settings of its kind, with labels. */
  readonly facts: readonly Fact[];
}

/** A labelled value. */
export type Fact = readonly [label: string, value: string];
