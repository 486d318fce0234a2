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
} from "@rxnetlink/core/schema";

/** Communication between the links of a lower device (`MACVLAN_MODE_*`). */
export const macvlanMode = enumeration("MACVLAN_MODE_", u32, {
  /** None. */
  private: 1,
  /** All, through the external switch (VEPA). */
  vepa: 2,
  /** All, directly. */
  bridge: 4,
  /** A single link that takes over the lower device. */
  passthru: 8,
  /** Packets from the listed source addresses are delivered to the link. */
  source: 16,
});

/** Exceptions of a macvlan (`MACVLAN_FLAG_*`). */
export const macvlanFlags = flags("MACVLAN_FLAG_", u16, {
  /** Keeps the lower device from becoming promiscuous (mode `passthru`). */
  nopromisc: 0x1,
  /** Skips the lookup by destination (mode `source`). */
  nodst: 0x2,
});

/** Change of the list of source addresses (`MACVLAN_MACADDR_*`). */
export const macvlanMacaddrMode = enumeration("MACVLAN_MACADDR_", u32, {
  add: 0,
  del: 1,
  flush: 2,
  /** Replaces the list. */
  set: 3,
});

/** Source addresses of a macvlan, one attribute each. */
export const macvlanMacaddrAttributes = attributes("macvlan-macaddr-attrs", "IFLA_MACVLAN_", {
  /** Addresses. */
  macaddr: [4, repeated(mac)],
});
/** Source addresses of a macvlan. */
export interface MacvlanMacaddrs extends Infer<typeof macvlanMacaddrAttributes> {}

/** Settings of a macvlan or macvtap (`IFLA_MACVLAN_*`). */
export const macvlanAttributes = attributes("linkinfo-macvlan-attrs", "IFLA_MACVLAN_", {
  /** Communication between the links of the lower device; `"vepa"` when absent from a request. */
  mode: [1, macvlanMode],
  /** Exceptions; {@link macvlanFlags} lists the names. */
  flags: [2, macvlanFlags],
  /** Change of the list of source addresses; `"set"` when a request has only `macaddrData`; write-only. */
  macaddrMode: [3, macvlanMacaddrMode],
  /** Source address to add or delete; write-only. */
  macaddr: [4, mac],
  /** Source addresses (mode `source`). */
  macaddrData: [5, nest<MacvlanMacaddrs>(macvlanMacaddrAttributes)],
  /** Number of source addresses; read-only. */
  macaddrCount: [6, readOnly(u32)],
  /** Maximum length of the broadcast queue, in packets; since 5.11. */
  bcQueueLen: [7, u32],
  /** Maximum length in use on the lower device, the largest requested; read-only, since 5.11. */
  bcQueueLenUsed: [8, readOnly(u32)],
  /** Number of receivers up to which broadcasts are sent without being queued; -1 queues none; since 6.4. */
  bcCutoff: [9, s32],
});
/** Layout of {@link Macvlan}, which adds the `macaddrMode` without which the kernel ignores a list of addresses. */
export const macvlanSettings = inRequests(nest<Macvlan>(macvlanAttributes), (macvlan) =>
  macvlan.macaddrData === undefined ? macvlan : { macaddrMode: "set" as const, ...macvlan },
);
/** Settings of a `macvlan` or `macvtap` link. */
export interface Macvlan extends Infer<typeof macvlanAttributes> {}
