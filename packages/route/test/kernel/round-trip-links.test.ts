import { all } from "@rxnetlink/core/promises";
import { afterEach, describe, it } from "vitest";
import { linkStateRules } from "#src/link/state.js";
import { linkCases } from "../iproute2/links/index.js";
import { PATIENCE, useNamespace } from "../support/namespace.js";
import { roundTrip } from "../support/round-trip.js";
import { olderThan, orSkip, skipFor, whyNoNamespace } from "../support/skip.js";

const SETUP = `
  for module in team hsr fou fou6 ip6_vti; do modprobe -q $module 2> /dev/null; done
  ip link add v0 type veth peer name v1
  ip link add w0 type veth peer name w1
  ip link add x0 type veth peer name x1
  for name in lo v0 v1 w0 w1 x0 x1; do ip link set $name up; done
`;

/** Members that differ between links, or change on their own. */
const VOLATILE = new Set([
  ...linkStateRules.volatile!,
  "carrier",
  "operstate",
  "carrierChanges",
  "carrierUpCount",
  "carrierDownCount",
  "fdbNLearned",
  "rootId",
  "bridgeId",
  "seqNr",
  // Each driver decides on these.
  "headroom",
  // Differs, since a given address is not chosen by the kernel.
  "permAddress",
]);
/** Removes the other end of a pair, which is created again with another name. */
const PAIRS = new Set(["veth", "vxcan", "netkit"]);

const why = whyNoNamespace("handing back links");

describe.skipIf(why !== undefined)("a listed link is accepted by every verb", () => {
  const netns = useNamespace(SETUP);
  afterEach(async () => {
    for (const { ifname } of await all(netns.nl.link.list$()))
      if (!/^(lo|[vwx][01]|.*0)$/.test(ifname!) || /^(t0|veth0|vxcan0|nk0)$/.test(ifname!))
        await all(netns.nl.link.flush$({ ifname: ifname! }));
  });

  it.for(linkCases.map((one) => [one.ip, one] as const))(
    "%s",
    { timeout: PATIENCE },
    async ([, one], context) => {
      if (one.since !== undefined && olderThan(one.since)) skipFor(context, `it is there since ${one.since}`);
      const of = await netns.indices();
      const link = { ifname: "t0", ...one.link?.(of), linkinfo: { data: one.data(of) } };
      await orSkip(context, one.ip, netns.nl.link.add$(link));
      const { linkinfo } = await netns.link("t0");
      const volatile = PAIRS.has(linkinfo?.kind ?? "") ? new Set([...VOLATILE, "link"]) : VOLATILE;
      await roundTrip({
        object: netns.nl.link,
        list: () => all(netns.nl.link.list$({ ifname: "t0" })),
        volatile,
      });
    },
  );
});
