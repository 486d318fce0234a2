import type { StateDeclaration } from "@rxnetlink/core";
import type { BridgeVlan, BridgeVlanEntry } from "./bridge-vlan.js";
import { bridgeVlanFlags } from "./link-bridge.js";

/** The VLANs of a range, one by one; the tunnels that they go by are numbered on. */
function singles({ range, info, tunnelInfo, ...rest }: BridgeVlanEntry): BridgeVlanEntry[] {
  if (info === undefined) return [];
  return Array.from({ length: (range ?? info.vid) - info.vid + 1 }, (_, offset) => ({
    ...rest,
    info: { ...info, vid: info.vid + offset },
    ...(tunnelInfo?.id !== undefined && { tunnelInfo: { ...tunnelInfo, id: tunnelInfo.id + offset } }),
  }));
}

/** How the state of bridge VLANs is kept: one {@link BridgeVlan} a VLAN of a port, without the options of the bridge. */
export const keptBridgeVlan: StateDeclaration<BridgeVlan> = {
  partsOf: ({ family, ifindex, entry = [] }) =>
    entry.flatMap(singles).map((vlan) => ({ family, ifindex, entry: [vlan] })),
  identityOf: ({ ifindex, entry }) => entry && `${ifindex} ${entry[0]?.info?.vid}`,
  volatile: ["stats", "mcastNGroups"],
  // There is one PVID: the VLAN that was it before is so no more, without a word.
  leavesOpen: ({ value }) => bridgeVlanFlags.has(value.entry?.[0]?.info?.flags ?? 0, "pvid"),
};
