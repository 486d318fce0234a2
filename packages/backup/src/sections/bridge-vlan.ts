import type { BridgeVlan, BridgeVlanEntry } from "@rxnetlink/route/bridge";
import { concatMap } from "rxjs";
import { objectSection } from "../object-section.js";
import { memberAt } from "../row.js";

/** Returns the VLANs of a port one by one. */
function eachVlan({ family, ifindex, entry = [] }: BridgeVlan): BridgeVlan[] {
  return entry.flatMap((one) => idsOf(one).map((vid) => ({ family, ifindex, entry: [vlan(one, vid)] })));
}

function idsOf({ info, range }: BridgeVlanEntry): number[] {
  const first = info?.vid ?? 0;
  return Array.from({ length: (range ?? first) - first + 1 }, (_, index) => first + index);
}

function vlan({ range: _, info, ...options }: BridgeVlanEntry, vid: number): BridgeVlanEntry {
  return { ...options, info: { ...info!, vid } };
}

/** VLANs of bridges and their ports. */
export const bridgeVlans = objectSection<BridgeVlan>({
  name: "bridgeVlan",
  object: ({ route }) => route.bridgeVlan,
  list$: ({ route }) => route.bridgeVlan.list$().pipe(concatMap(eachVlan)),
  key: ["ifindex", "entry.0.info.vid"],
  subject: (row) => `${memberAt(row, "entry.0.info.vid")} on ${row.ifindex}`,
  link: "ifindex",
  state: ["entry.state"],
  bits: { "entry.info.flags": ["pvid", "untagged", "brentry"] },
});
