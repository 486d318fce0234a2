import type { StateRules } from "@rxnetlink/core";
import { bridgeVlanFlags } from "../../link/bridge/bridge.js";
import type { BridgeVlan, BridgeVlanEntry } from "./layout.js";

/** Largest VLAN id. */
const MAX_VID = 4094;

/** Adds the VLANs of a range by id; their tunnel ids count up with the VLAN ids. */
function addRange(
  vlans: Map<number, BridgeVlanEntry>,
  { range, info, tunnelInfo, ...rest }: BridgeVlanEntry,
): void {
  if (info === undefined) return;
  const { vid: first } = info;
  // Cuts off a range that no kernel reports.
  const last = Math.max(first, Math.min(range ?? first, MAX_VID));
  for (let vid = first; vid <= last; vid++) {
    const id = tunnelInfo?.id === undefined ? undefined : tunnelInfo.id + vid - first;
    vlans.set(vid, {
      ...rest,
      info: { ...info, vid },
      ...(id !== undefined && { tunnelInfo: { ...tunnelInfo, id } }),
    });
  }
}

/** Returns the VLANs of a message one by one; at most all VLAN ids, whatever its ranges. */
function expandRanges(entries: readonly BridgeVlanEntry[]): BridgeVlanEntry[] {
  const vlans = new Map<number, BridgeVlanEntry>();
  for (const entry of entries) addRange(vlans, entry);
  return [...vlans.values()];
}

/** State rules of bridge VLANs: one {@link BridgeVlan} per VLAN of a port, without the bridge-wide options. */
export const bridgeVlanStateRules: StateRules<BridgeVlan> = {
  split: ({ family, ifindex, entry = [] }) =>
    expandRanges(entry).map((vlan) => ({ family, ifindex, entry: [vlan] })),
  identityOf: ({ ifindex, entry }) => entry && `${ifindex} ${entry[0]?.info?.vid}`,
  volatile: ["stats", "mcastNGroups"],
  // A port has one PVID: the former one silently loses the flag.
  needsRelist: ({ value }) => bridgeVlanFlags.has(value.entry?.[0]?.info?.flags ?? 0, "pvid"),
};
