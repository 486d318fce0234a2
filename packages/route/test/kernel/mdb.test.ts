import { all, done } from "@rxnetlink/core/promises";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { lastValueFrom } from "rxjs";
import { describe, expect, it, vi } from "vitest";
import type { Mdb } from "#src/bridge/mdb/layout.js";
import { CABLE, collectNotifications, refusal, useFreshKernel } from "../support/kernel.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`multicast databases skipped: ${why}`);

const BRIDGE = `${CABLE}
  ip link add br0 type bridge mcast_igmp_version 3 mcast_mld_version 2; ip link set br0 up; ip link set v1 master br0
  ip link add vx0 type vxlan id 42 local 192.0.2.1 dstport 4789; ip link set vx0 up`;

const PERMANENT = "permanent";

describe.skipIf(why !== undefined)("multicast databases", () => {
  const on = useFreshKernel(BRIDGE);
  const entries = ({ mdb }: Mdb) => mdb?.entry?.flatMap(({ info = [] }) => info) ?? [];
  const listed = async (ifindex: number) =>
    (await all(on.kernel.nl.mdb.list$({ ifindex })))
      .flatMap(entries)
      .filter(({ entry }) => entry.state === PERMANENT);

  it("have the sources of a group, which can be replaced", async ({ skip }) => {
    const { nl, index } = on.kernel;
    const { br0, v1 } = index as { br0: number; v1: number };
    const of = (...sources: string[]) => ({
      ifindex: br0,
      entry: { ifindex: v1, addr: "239.1.1.1", state: "permanent" as const },
      entryAttrs: {
        groupMode: "include" as const,
        srcList: { entry: sources.map((address) => ({ address })) },
        rtprot: "zebra" as const,
      },
    });
    const refused = await refusal(nl.mdb.add$(of("192.0.2.50")));
    if (refused !== undefined) return skip(`lists of sources are since 6.3: ${refused}`);
    const sources = async () => {
      const { attrs } = (await listed(br0)).find(({ attrs }) => attrs.source === undefined)!;
      expect(attrs).toMatchObject({ groupMode: "include", rtprot: "zebra" });
      return attrs.srcList?.entry?.map(({ address }) => address);
    };
    expect(await sources()).toEqual(["192.0.2.50"]);
    await done(nl.mdb.replace$(of("192.0.2.51", "192.0.2.52")));
    expect((await sources())?.toSorted()).toEqual(["192.0.2.51", "192.0.2.52"]);
  });

  it("return one entry", async ({ skip }) => {
    const { nl, index } = on.kernel;
    const { br0, v1 } = index as { br0: number; v1: number };
    const entry = { ifindex: v1, addr: "239.1.1.1", state: "permanent" } as const;
    await done(nl.mdb.add$({ ifindex: br0, entry }));
    const asked = nl.mdb.get$({ ifindex: br0, entry: { addr: "239.1.1.1" } });
    const refused = await refusal(asked);
    if (refused !== undefined) return skip(`single entries are since 6.8: ${refused}`);
    expect(entries(await lastValueFrom(asked))).toMatchObject([{ entry }]);
    expect(await refusal(nl.mdb.get$({ ifindex: br0, entry: { addr: "239.9.9.9" } }))).toBe("ENOENT");
  });

  it("of a vxlan have the destination of a group", async ({ skip }) => {
    const { nl, index } = on.kernel;
    const { vx0, v0 } = index as { vx0: number; v0: number };
    const to = (dst: string) => ({
      ifindex: vx0,
      entry: { ifindex: vx0, addr: "239.1.1.1", state: "permanent" as const },
      entryAttrs: { dst, dstPort: 4790, vni: 43, ifindex: v0, srcVni: 42, rtprot: "zebra" as const },
    });
    const refused = await refusal(nl.mdb.add$(to("192.0.2.60")));
    if (refused !== undefined) return skip(`databases of vxlan are since 6.4: ${refused}`);
    await done(nl.mdb.add$(to("192.0.2.61")));
    const found = await listed(vx0);
    expect(found.map(({ attrs }) => attrs.dst).toSorted()).toEqual(["192.0.2.60", "192.0.2.61"]);
    for (const { attrs } of found)
      expect(attrs).toMatchObject({ dstPort: 4790, vni: 43, ifindex: v0, rtprot: "zebra" });
    await done(nl.mdb.flush$({ ifindex: vx0 }));
    expect(await listed(vx0)).toEqual([]);
  });

  it("report entries that are added and removed", async () => {
    const { nl, index } = on.kernel;
    const { br0, v1 } = index as { br0: number; v1: number };
    const entry = { ifindex: v1, addr: "ff05::9", state: "permanent" } as const;
    const received = await collectNotifications(nl.mdb);
    await done(nl.mdb.add$({ ifindex: br0, entry }));
    await done(nl.mdb.delete$({ ifindex: br0, entry }));
    const reported = () =>
      received
        .filter(({ value }) => entries(value).some(({ entry: { addr } }) => addr === "ff05::9"))
        .map(({ type: event, value }) => [event, entries(value)[0]!.entry]);
    const shown = expect.objectContaining(entry);
    await vi.waitFor(() =>
      expect(reported()).toEqual([
        ["new", shown],
        ["delete", shown],
      ]),
    );
  });

  it("are emptied by flush$", async () => {
    const { nl, index } = on.kernel;
    const { br0, v1 } = index as { br0: number; v1: number };
    for (const addr of ["239.1.1.1", "ff05::9", "01:00:5e:00:00:09"])
      await done(nl.mdb.add$({ ifindex: br0, entry: { ifindex: v1, addr, state: "permanent" } }));
    expect(await listed(br0)).toHaveLength(3);
    await done(nl.mdb.flush$({ ifindex: br0 }));
    expect(await listed(br0)).toEqual([]);
  });
});
