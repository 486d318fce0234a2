// Virtual functions of a simulated device; needs the module netdevsim.

import { all, done, one } from "@rxnetlink/core/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { extMask } from "#src/link/enums.js";
import type { Link } from "#src/link/layout.js";
import type { VfInfo } from "#src/link/vf.js";
import { PATIENCE, useNamespace } from "../support/namespace.js";
import { olderThan, skipFor, whyNoNamespace } from "../support/skip.js";

type Json = Record<string, unknown>;

/** Number of the simulated device. */
const DEVICE = 1 + (process.pid % 30_000);
const FUNCTIONS = 3;

/** Returns a virtual function as `ip -d link` prints it. */
const vfAsIp = (vf: VfInfo): Json => ({
  vf: vf.mac?.vf,
  address: vf.mac?.mac,
  vlan_list: vf.vlanList?.info?.map(({ vlan, qos, vlanProto }) => ({
    vlan: vlan || undefined,
    qos: qos || undefined,
    protocol: vlanProto === "8021ad" ? "802.1ad" : undefined,
  })),
  rate: { max_tx: vf.rate?.maxTxRate, min_tx: vf.rate?.minTxRate },
  spoofchk: vf.spoofchk?.setting === 1,
  link_state: vf.linkState?.linkState,
  trust: vf.trust?.setting === 1,
  query_rss_en: vf.rssQueryEn?.setting === 1,
});

const why = whyNoNamespace("virtual functions");

describe.skipIf(why !== undefined)("virtual functions", () => {
  const netns = useNamespace();
  let lacking: string | undefined;
  let link: Link;

  beforeAll(async () => {
    try {
      netns.sandbox.run(`modprobe -q netdevsim 2> /dev/null
        test -e /sys/bus/netdevsim/new_device && echo "${DEVICE} 1" > /sys/bus/netdevsim/new_device &&
        echo ${FUNCTIONS} > /sys/bus/netdevsim/devices/netdevsim${DEVICE}/sriov_numvfs`);
    } catch {
      lacking = "there is no netdevsim";
      return;
    }
    link = (await all(netns.nl.link.list$())).find(
      ({ parentDevBusName }) => parentDevBusName === "netdevsim",
    )!;
  }, PATIENCE);
  afterAll(() => {
    if (lacking === undefined) netns.sandbox.run(`echo ${DEVICE} > /sys/bus/netdevsim/del_device`);
  });

  const functions = async () => {
    const { index } = link;
    const reported = await one(netns.nl.link.get$({ index, extMask: extMask.of("vf") }));
    const [printed] = netns.ip<[{ vfinfo_list: Json[] }]>(`-d link show ${reported.ifname}`);
    const vfs = reported.vfinfoList?.info ?? [];
    expect(reported.numVf).toBe(FUNCTIONS);
    expect(vfs).toHaveLength(FUNCTIONS);
    expect(printed.vfinfo_list).toMatchObject(JSON.parse(JSON.stringify(vfs.map(vfAsIp))));
    return vfs;
  };
  const change = (...info: VfInfo[]) =>
    done(netns.nl.link.change$({ index: link.index, vfinfoList: { info } }));

  it("are reported only on request", { timeout: PATIENCE }, async (context) => {
    if (lacking !== undefined) skipFor(context, lacking);
    await functions();
    const { vfinfoList } = await one(netns.nl.link.get$({ index: link.index }));
    expect(vfinfoList).toBeUndefined();
  });

  it.for<[string, VfInfo, since?: string]>([
    ["address", { mac: { vf: 1, mac: "02:00:00:00:00:77" } }],
    ["VLAN", { vlan: { vf: 1, vlan: 10, qos: 3 } }],
    ["VLAN with a protocol", { vlanList: { info: [{ vf: 1, vlan: 11, qos: 2, vlanProto: "8021ad" }] } }],
    ["rate", { rate: { vf: 1, minTxRate: 10, maxTxRate: 200 } }],
    ["spoof check", { spoofchk: { vf: 1, setting: 1 } }],
    ["trust", { trust: { vf: 1, setting: 1 } }],
    ["link state", { linkState: { vf: 1, linkState: "enable" } }],
    ["leave to query RSS", { rssQueryEn: { vf: 1, setting: 1 } }],
  ])("have a %s", { timeout: PATIENCE }, async ([, info, since], context) => {
    if (lacking !== undefined) skipFor(context, lacking);
    if (since !== undefined && olderThan(since)) skipFor(context, `since ${since}`);
    await change(info);
    expect((await functions())[1]).toMatchObject(info);
  });

  it("have at most one VLAN", { timeout: PATIENCE }, async (context) => {
    if (lacking !== undefined) skipFor(context, lacking);
    const one = { vf: 0, vlan: 5, qos: 0, vlanProto: "8021q" } as const;
    await expect(change({ vlanList: { info: [one, one] } })).rejects.toMatchObject({ code: "EOPNOTSUPP" });
  });

  it("that do not exist are refused", { timeout: PATIENCE }, async (context) => {
    if (lacking !== undefined) skipFor(context, lacking);
    await expect(change({ trust: { vf: 9, setting: 1 } })).rejects.toMatchObject({ code: "EINVAL" });
  });

  it("belong to a link with a devlink port", { timeout: PATIENCE }, async (context) => {
    if (lacking !== undefined) skipFor(context, lacking);
    if (olderThan("6.2")) skipFor(context, "devlink ports are reported since 6.2");
    expect(link.devlinkPort).toMatchObject({
      busName: "netdevsim",
      devName: `netdevsim${DEVICE}`,
      portIndex: 0,
    });
  });
});
