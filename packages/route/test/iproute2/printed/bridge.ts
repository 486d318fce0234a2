// Multicast databases, VLANs and VNI filters as `bridge -j -d` prints them.
import { type Mdb, mdbFlags } from "#src/bridge/mdb/layout.js";
import type { Tunnel } from "#src/bridge/tunnel.js";
import type { BridgeVlan } from "#src/bridge/vlan/layout.js";
import { bridgeVlanFlags } from "#src/link/bridge/bridge.js";
import { type Json, type NameOf, present } from "./common.js";

/** Returns the entries of a multicast database as `bridge -j -d mdb` prints them. */
export function mdbAsIp({ ifindex, mdb }: Mdb, nameOf: NameOf): Json[] {
  const infos = mdb?.entry?.flatMap(({ info = [] }) => info) ?? [];
  return infos.map(({ entry, attrs }) =>
    present({
      index: ifindex,
      dev: nameOf(ifindex),
      port: nameOf(entry.ifindex),
      grp: entry.addr,
      src: attrs.source,
      filter_mode: attrs.groupMode,
      source_list: attrs.srcList?.entry?.map(({ address }) => ({ address })),
      state: entry.state === "permanent" ? "permanent" : "temp",
      protocol: attrs.rtprot,
      flags: mdbFlags.names(entry.flags),
      vid: entry.vid === 0 ? undefined : entry.vid,
    }),
  );
}

function vlanFlags(flags: number): string[] | undefined {
  const names = [
    bridgeVlanFlags.has(flags, "pvid") ? "PVID" : undefined,
    bridgeVlanFlags.has(flags, "untagged") ? "Egress Untagged" : undefined,
  ].filter((name) => name !== undefined);
  return names.length === 0 ? undefined : names;
}

/** Returns the VLANs of a port as `bridge -j -d vlan` prints them. */
export function vlanAsIp({ ifindex, entry = [] }: BridgeVlan, nameOf: NameOf): Json {
  const vlans = entry.map(({ info, range, state, mcastRouter }) =>
    present({
      vlan: info?.vid,
      vlanEnd: range,
      flags: vlanFlags(info?.flags ?? 0),
      state,
      mcast_router: mcastRouter,
    }),
  );
  return { ifname: nameOf(ifindex), vlans };
}

/** Returns a VNI filter as `bridge -j -d vni` prints it. */
export function tunnelAsIp({ ifindex, entry = [] }: Tunnel, nameOf: NameOf): Json {
  const vnis = entry.map(({ start, end, group }) => {
    const key = group !== undefined && /^2(2[4-9]|3\d)\./.test(group) ? "group" : "remote";
    return present({ vni: start, vniEnd: end, [key]: group });
  });
  return { ifname: nameOf(ifindex), vnis };
}

/** Splits a printed range into single VNIs, as notifications report them. */
export function vniByVni({ ifname, vnis }: Json): Json[] {
  const single = ({ vni, vniEnd = vni, ...rest }: { vni: number; vniEnd?: number }) =>
    Array.from({ length: vniEnd - vni + 1 }, (_, n) => ({ ifname, vnis: [{ vni: vni + n, ...rest }] }));
  return (vnis as { vni: number }[]).flatMap(single);
}
