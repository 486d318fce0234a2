import {
  attributes,
  enumeration,
  flags,
  type Infer,
  inRequests,
  mac,
  nest,
  readOnly,
  repeated,
  s32,
  u16,
  u32,
} from "@rxnetlink/core";

/** Who may talk to whom on one lower device (`MACVLAN_MODE_*`). */
export const macvlanMode = enumeration("MACVLAN_MODE_", u32, {
  /** Nobody. */
  private: 1,
  /** All, by way of the switch outside. */
  vepa: 2,
  /** All, directly. */
  bridge: 4,
  /** There is this one alone, and it takes the lower device over. */
  passthru: 8,
  /** Packets of the listed source addresses come here. */
  source: 16,
});

/** What a macvlan does otherwise (`MACVLAN_FLAG_*`). */
export const macvlanFlags = flags("MACVLAN_FLAG_", u16, {
  /** The lower device does not become promiscuous (mode `passthru`). */
  nopromisc: 0x1,
  /** Packets are not looked up by destination first (mode `source`). */
  nodst: 0x2,
});

/** What a request does to the list of source addresses (`MACVLAN_MACADDR_*`). */
export const macvlanMacaddrMode = enumeration("MACVLAN_MACADDR_", u32, {
  add: 0,
  del: 1,
  flush: 2,
  /** Replaces the whole list. */
  set: 3,
});

/** Source addresses, one attribute each. */
export const macvlanMacaddrAttributes = attributes("macvlan-macaddr-attrs", "IFLA_MACVLAN_", {
  /** The addresses. */
  macaddr: [4, repeated(mac)],
});
/** Source addresses of a macvlan. */
export interface MacvlanMacaddrs extends Infer<typeof macvlanMacaddrAttributes> {}

/** Settings of a macvlan or macvtap (`IFLA_MACVLAN_*`). */
export const macvlanAttributes = attributes("linkinfo-macvlan-attrs", "IFLA_MACVLAN_", {
  /** Who may talk to whom on the lower device; `"vepa"` where absent in a request. */
  mode: [1, macvlanMode],
  /** What it does otherwise; {@link macvlanFlags} has the names. */
  flags: [2, macvlanFlags],
  /** What this request does to the list of source addresses; `"set"` where it holds `macaddrData` alone. Write-only. */
  macaddrMode: [3, macvlanMacaddrMode],
  /** The one source address to add or delete. Write-only. */
  macaddr: [4, mac],
  /** The source addresses (mode `source`). */
  macaddrData: [5, nest<MacvlanMacaddrs>(macvlanMacaddrAttributes)],
  /** How many source addresses there are; read-only. */
  macaddrCount: [6, readOnly(u32)],
  /** How long the queue of broadcasts may be, in packets; since 5.11. */
  bcQueueLen: [7, u32],
  /** How long it is on this lower device, the longest of all that asked; read-only, since 5.11. */
  bcQueueLenUsed: [8, readOnly(u32)],
  /** Up to how many receivers broadcasts are sent at once; -1 queues none; since 6.4. */
  bcCutoff: [9, s32],
});
/** The kernel looks at a list of addresses only where it is told what to do with it. */
export const macvlanSettings = inRequests(nest<Macvlan>(macvlanAttributes), (macvlan) =>
  macvlan.macaddrData === undefined ? macvlan : { macaddrMode: "set" as const, ...macvlan },
);
/** Settings of a `macvlan` or `macvtap` link. */
export interface Macvlan extends Infer<typeof macvlanAttributes> {}
