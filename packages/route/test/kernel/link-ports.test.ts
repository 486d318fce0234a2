import { done } from "@rxnetlink/core/promises";
import { describe, expect, it } from "vitest";
import type { BondPort } from "#src/link/kinds/bond-port.js";
import { PATIENCE, useNamespace } from "../support/namespace.js";
import { olderThan, orSkip, skipFor, whyNoNamespace } from "../support/skip.js";

type Json = Record<string, unknown>;
type Port = Json & { linkinfo: { info_slave_data: Json } };

const SETUP = `
  for pair in v0:v1 w0:w1; do ip link add \${pair%:*} type veth peer name \${pair#*:}; done
  for name in v1 w1; do ip link set $name up; done`;

/** Returns a bond port as iproute2 prints it. */
const bondPortAsIp = (port: BondPort): Json => ({
  state: String(port.state).toUpperCase(),
  mii_status: String(port.miiStatus).toUpperCase(),
  link_failure_count: port.linkFailureCount,
  perm_hwaddr: port.permHwaddr,
  queue_id: port.queueId,
  ad_aggregator_id: port.adAggregatorId,
  ad_actor_oper_port_state: port.adActorOperPortState,
});

const why = whyNoNamespace("ports of bonds and VRFs");

describe.skipIf(why !== undefined)("links become ports", () => {
  const netns = useNamespace(SETUP);
  const printed = (ifname: string) => netns.ip<[Port]>(`-d link show ${ifname}`)[0].linkinfo.info_slave_data;

  /** Sets a link down first: a bond accepts only such links, and one request changes flags before the master. */
  async function enslave(ifname: string, master: number) {
    await done(netns.nl.link.change$({ ifname, flags: 0, change: 1 }));
    await done(netns.nl.link.change$({ ifname, master }));
    await done(netns.nl.link.change$({ ifname, flags: 1 }));
  }

  /** Returns the members that differ from the output of iproute2. */
  async function differences(ifname: string) {
    const reported = bondPortAsIp((await netns.link(ifname)).linkinfo!.slaveData!.bond!);
    const shown = printed(ifname);
    return Object.keys(reported).filter((key) => reported[key] !== shown[key]);
  }
  /** Retries, since the state of a port may change between the two lists. */
  const compared = (ifname: string) =>
    expect.poll(() => differences(ifname), { timeout: 30_000 }).toEqual([]);

  it("of a VRF", { timeout: PATIENCE }, async (context) => {
    const data = { vrf: { table: 10 } };
    await orSkip(context, "vrf", netns.nl.link.add$({ ifname: "vrf0", linkinfo: { data } }));
    const { index: master } = await netns.link("vrf0");
    await done(netns.nl.link.change$({ ifname: "v0", master }));
    expect((await netns.link("v0")).linkinfo).toMatchObject({
      slaveKind: "vrf",
      slaveData: { vrf: { table: printed("v0").table } },
    });
    await done(netns.nl.link.change$({ ifname: "v0", master: 0 }));
    expect((await netns.link("v0")).linkinfo).not.toHaveProperty("slaveKind");
  });

  it("of a bond, which prefers one of them", { timeout: PATIENCE }, async (context) => {
    const data = { bond: { mode: "activebackup", miimon: 100 } } as const;
    await orSkip(context, "bond", netns.nl.link.add$({ ifname: "bond0", flags: 1, linkinfo: { data } }));
    const of = await netns.indices();
    for (const ifname of ["v0", "w0"]) await enslave(ifname, of("bond0"));
    const port = { queueId: 3, ...(olderThan("6.0") ? {} : { prio: 7 }) };
    await done(netns.nl.link.change$({ ifname: "w0", linkinfo: { slaveData: { bond: port } } }));
    const preferred = { bond: { primary: of("w0"), activeSlave: of("w0") } };
    await done(netns.nl.link.change$({ ifname: "bond0", linkinfo: { data: preferred } }));

    const { linkinfo } = await netns.link("bond0");
    expect(linkinfo?.data).toMatchObject(preferred);
    const reported = await netns.link("w0");
    expect(reported.linkinfo).toMatchObject({ slaveKind: "bond", slaveData: { bond: port } });
    await compared("w0");
    expect(reported.linkinfo?.slaveData?.bond?.state).toBe("active");
    expect((await netns.link("v0")).linkinfo?.slaveData?.bond?.state).toBe("backup");
    await done(netns.nl.link.delete$({ ifname: "bond0" }));
  });

  it("of a bond with LACP", { timeout: PATIENCE }, async (context) => {
    const data = { bond: { mode: "8023ad", miimon: 100 } } as const;
    await orSkip(context, "bond", netns.nl.link.add$({ ifname: "bond1", flags: 1, linkinfo: { data } }));
    const { index: master } = await netns.link("bond1");
    await enslave("v0", master);
    await compared("v0");
    expect((await netns.link("bond1")).linkinfo?.data?.bond?.adInfo).toMatchObject({ numPorts: 1 });
    if (olderThan("6.18")) skipFor(context, "the port priority of LACP is there since 6.18");
    const priority = { slaveData: { bond: { actorPortPrio: 5 } } };
    await done(netns.nl.link.change$({ ifname: "v0", linkinfo: priority }));
    expect((await netns.link("v0")).linkinfo).toMatchObject(priority);
  });
});
