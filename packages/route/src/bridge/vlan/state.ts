import type { StateRules } from "@rxnetlink/core";
import { bridgeVlanFlags } from "../../link/bridge/bridge.js";
import type { BridgeVlan, BridgeVlanEntry } from "./layout.js";

/** The last VLAN id that there can be. */
const MAX_VID = 4094;

/** Notes the VLANs of a range one by one, by id; the tunnels that they go by are numbered on. */
function addRange(
  vlans: Map<number, BridgeVlanEntry>,
  { range, info, tunnelInfo, ...rest }: BridgeVlanEntry,
): void {
  if (info === undefined) return;
  const { vid: first } = info;
  // A range that no kernel tells is as long as it can be at most.
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

/** The VLANs of a message, one by one: no more than there can be, whatever ranges it holds. */
function expandRanges(entries: readonly BridgeVlanEntry[]): BridgeVlanEntry[] {
  const vlans = new Map<number, BridgeVlanEntry>();
  for (const entry of entries) addRange(vlans, entry);
  return [...vlans.values()];
}

/** How the state of bridge VLANs is kept: one {@link BridgeVlan} a VLAN of a port, without the options of the bridge. */
export const bridgeVlanStateRules: StateRules<BridgeVlan> = {
  split: ({ family, ifindex, entry = [] }) =>
    expandRanges(entry).map((vlan) => ({ family, ifindex, entry: [vlan] })),
  identityOf: ({ ifindex, entry }) => entry && `${ifindex} ${entry[0]?.info?.vid}`,
  volatile: ["stats", "mcastNGroups"],
  // There is one PVID: the VLAN that was it before is so no more, without a word.
  needsRelist: ({ value }) => bridgeVlanFlags.has(value.entry?.[0]?.info?.flags ?? 0, "pvid"),
};
