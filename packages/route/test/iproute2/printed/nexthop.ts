// Nexthops as `ip -j -d nexthop` prints them.
import { nexthopFlags } from "#src/common/route-enums.js";
import type { Nexthop } from "#src/nexthop/layout.js";
import { type Json, type NameOf, nullIf, present, scopeAsIp } from "./common.js";

/** Returns a nexthop as `ip -j -d nexthop` prints it. */
export function nexthopAsIp(nexthop: Nexthop, nameOf: NameOf): Json {
  const { resGroup } = nexthop;
  return present({
    id: nexthop.id,
    group: nexthop.group?.map(({ id, weight }) =>
      present({ id, weight: weight === 0 ? undefined : weight + 1 }),
    ),
    type: nexthop.groupType === "res" ? "resilient" : undefined,
    resilient_args: resGroup && {
      buckets: resGroup.buckets,
      idle_timer: resGroup.idleTimer! / 100,
      unbalanced_timer: resGroup.unbalancedTimer! / 100,
      unbalanced_time: Number(resGroup.unbalancedTime) / 100,
    },
    gateway: nexthop.gateway,
    dev: nameOf(nexthop.oif),
    scope: scopeAsIp(nexthop.scope),
    blackhole: nullIf(nexthop.blackhole),
    protocol: nexthop.protocol,
    flags: nexthopFlags.names(nexthop.flags & 0xff),
    fdb: nullIf(nexthop.fdb),
  });
}

/** Returns a bucket as `ip -j -d nexthop bucket` prints it. */
export function bucketAsIp({ id, resBucket, flags }: Nexthop): Json {
  const bucket = {
    index: resBucket?.index,
    idle_time: Number(resBucket?.idleTime) / 100,
    nhid: resBucket?.nhId,
  };
  return { id, bucket, flags: nexthopFlags.names(flags & 0xff) };
}
