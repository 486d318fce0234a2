import {
  concat,
  filter,
  firstValueFrom,
  ignoreElements,
  lastValueFrom,
  merge,
  mergeMap,
  take,
  toArray,
} from "rxjs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Ovs, ovs } from "#src/ovs/ovs.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const PORTS = `
  ip link add v1 type veth peer p1; ip link add v2 type veth peer p2
  for link in v1 v2 p1 p2; do ip link set $link up; done
  ovs-dpctl add-dp dp0; ovs-dpctl add-if dp0 v1; ovs-dpctl add-if dp0 v2`;

const ETH = "in_port(1),eth(src=02:00:00:00:00:01,dst=02:00:00:00:00:02)";
const FLOWS = [
  [
    `${ETH},eth_type(0x0800),ipv4(src=192.0.2.0/255.255.255.0,proto=17,frag=no),udp(src=53)`,
    "set(eth(dst=02:00:00:00:00:09)),set(ipv4(dst=10.0.0.1)),push_vlan(vid=5,pcp=1),2",
  ],
  [
    `${ETH},eth_type(0x0806),arp(sip=192.0.2.1,op=1)`,
    "sample(sample=50.0%,actions(2)),clone(push_vlan(vid=5,pcp=0),2),trunc(100),2",
  ],
  [
    "in_port(2),eth(),eth_type(0x0800),ipv4(frag=no)",
    "ct(commit,zone=5,mark=0x1/0xff,nat(src=10.0.0.1-10.0.0.9)),recirc(7)",
  ],
  [
    "in_port(2),eth(),eth_type(0x86dd),ipv6(src=2001:db8::/ffff:ffff::,proto=58,frag=no),icmpv6(type=135),nd(target=2001:db8::1)",
    "check_pkt_len(size=200,gt(1),le(set(ipv6(hlimit=9)),1))",
  ],
  // Without actions, the kernel drops; the word "drop" is one of userspace, which old kernels do not know.
  ["in_port(2),eth(),eth_type(0x88cc)", ""],
] as const;

describeWith({ programs: ["ovs-dpctl", "python3"], families: ["ovs_datapath"] }, "Open vSwitch", () => {
  let kernel: Kernel<Ovs>;
  let dpIfindex = 0;
  beforeEach(async () => {
    kernel = await openKernel(ovs, PORTS);
    ({ dpIfindex } = await firstValueFrom(kernel.family.datapath.get$({ name: "dp0" })));
  });
  afterEach(() => kernel.close());

  const dumped = () => kernel.run("ovs-dpctl dump-flows dp0").trim().split("\n").filter(Boolean).sort();
  const flows = () => lastValueFrom(kernel.family.flow.list$().pipe(toArray()));
  const addFlows = () => {
    for (const [key, actions] of FLOWS) kernel.run(`ovs-dpctl add-flow dp0 '${key}' '${actions}'`);
  };

  test("has the datapaths and ports that ovs-dpctl shows", async () => {
    const { datapath, vport } = kernel.family;
    const shown = kernel.run("ovs-dpctl show");
    const [one] = await lastValueFrom(datapath.list$().pipe(toArray()));
    expect(shown).toContain(`system@${one!.name}:`);
    expect(shown).toContain(`flows: ${one!.stats!.flows}`);
    const ports = await lastValueFrom(vport.list$().pipe(toArray()));
    const lines = ports.map(
      ({ portNo, name, type }) => `port ${portNo}: ${name}${type === "internal" ? " (internal)" : ""}`,
    );
    expect(lines.sort()).toEqual([...shown.matchAll(/port \d+: .*/g)].map(([line]) => line.trim()).sort());
  });

  test("makes and removes datapaths and ports", async () => {
    const { datapath, vport } = kernel.family;
    const events = lastValueFrom(
      datapath.watch$().pipe(
        // ovs-dpctl changes features of what it shows.
        filter(({ type }) => type !== "resync" && type !== "changed"),
        take(4),
        toArray(),
      ),
    );
    await firstValueFrom(datapath.watch$().pipe(filter(({ type }) => type === "synced")));
    await firstValueFrom(datapath.add$({ name: "dp1" }));
    const made = await firstValueFrom(datapath.get$({ name: "dp1" }));
    kernel.run("ip link add v3 type veth peer p3");
    await firstValueFrom(vport.add$({ dpIfindex: made.dpIfindex, name: "v3" }));
    await firstValueFrom(
      vport.add$({ dpIfindex: made.dpIfindex, name: "inside", type: "internal", portNo: 7 }),
    );
    expect(kernel.run("ovs-dpctl show dp1")).toMatch(/port 1: v3\n\s+port 7: inside \(internal\)/);
    await firstValueFrom(vport.delete$({ dpIfindex: made.dpIfindex, name: "v3" }));
    expect(kernel.run("ovs-dpctl show dp1")).not.toContain("v3");
    await firstValueFrom(datapath.delete$(made));
    expect(kernel.run("ovs-dpctl dump-dps").trim()).toBe("system@dp0");
    expect((await events).map(({ type }) => type)).toEqual(["added", "synced", "added", "removed"]);
  });

  test("takes back flows as they were listed", async () => {
    addFlows();
    const before = dumped();
    expect(before).toHaveLength(FLOWS.length);
    const listed = await flows();
    await firstValueFrom(kernel.family.flow.flushAll$({ dpIfindex }));
    expect(dumped()).toEqual([]);
    for (const flow of listed) await firstValueFrom(kernel.family.flow.add$(flow));
    expect(dumped()).toEqual(before);
    for (const flow of listed) await firstValueFrom(kernel.family.flow.delete$(flow));
    expect(await flows()).toEqual([]);
  });

  test("makes flows that ovs-dpctl shows, and tells adding from replacing", async () => {
    const { flow } = kernel.family;
    const key = {
      inPort: 1,
      ethernet: { src: "02:00:00:00:00:01", dst: "02:00:00:00:00:02" },
      ethertype: 0x88cc,
    };
    const mask = {
      inPort: 0xffffffff,
      ethernet: { src: "ff:ff:ff:ff:ff:ff", dst: "00:00:00:00:00:00" },
      ethertype: 0xffff,
    };
    const masked = { ...key, ethernet: { ...key.ethernet, dst: "00:00:00:00:00:00" } };
    await firstValueFrom(
      flow.add$({
        dpIfindex,
        key: masked,
        mask,
        actions: [{ pushVlan: { tpid: 0x8100, tci: 0x1005 } }, { output: 2 }],
      }),
    );
    expect(dumped()[0]).toMatch(
      /in_port\(1\),eth\(src=02:00:00:00:00:01.*\),eth_type\(0x88cc\),.*actions:push_vlan\(vid=5,pcp=0\),2$/,
    );
    const other = { dpIfindex, key: masked, mask, actions: [{ output: 1 }, { output: 2 }] };
    await expect(firstValueFrom(flow.add$(other))).rejects.toMatchObject({ code: "EEXIST" });
    await firstValueFrom(flow.replace$(other));
    expect(dumped()[0]).toMatch(/actions:1,2$/);
    await firstValueFrom(flow.change$({ dpIfindex, key: masked, actions: [] }));
    expect(dumped()[0]).toMatch(/actions:drop$/);
    await expect(firstValueFrom(flow.delete$({ dpIfindex }))).rejects.toThrow("names no ovsFlow");
  });

  test("reports flows", async () => {
    let listening = () => {};
    const ready = new Promise<void>((resolve) => {
      listening = resolve;
    });
    const reported = lastValueFrom(kernel.family.flow.notifications$({ listening }).pipe(take(2), toArray()));
    await ready;
    addFlows();
    kernel.run(`ovs-dpctl del-flow dp0 '${FLOWS[4][0]}'`);
    const [first] = await reported;
    expect(first).toMatchObject({ type: "new", value: { dpIfindex, key: { inPort: 1, udp: { src: 53 } } } });
  });

  test("hands over packets that no flow matches, and sends them", async () => {
    const { datapath, packet, vport } = kernel.family;
    // ovs-dpctl asks for packets by processor.
    await firstValueFrom(datapath.change$({ dpIfindex, userFeatures: 0 }));
    const seen = await lastValueFrom(
      packet.upcalls$().pipe(
        mergeMap(({ portId, packet$ }) => {
          const set$ = vport.change$({ dpIfindex, name: "v1", upcallPid: [portId] });
          const send$ = new Promise((done) => {
            set$.subscribe({
              complete: () => {
                kernel.run(`python3 -c '
import socket
s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW); s.bind(("p1", 0))
s.send(bytes.fromhex("0200000000020200000000010800") + bytes.fromhex("4500001c00010000401100000a0000010a000002") + bytes.fromhex("0035003500080000"))'`);
                done(undefined);
              },
            });
          });
          return merge(packet$, concat(send$).pipe(ignoreElements()));
        }),
        mergeMap((one) => ("value" in one && one.value.key?.udp !== undefined ? [one.value] : [])),
        take(1),
      ),
    );
    expect(seen).toMatchObject({
      reason: "miss",
      dpIfindex,
      key: {
        inPort: 1,
        ethertype: 0x0800,
        ipv4: { src: "10.0.0.1", dst: "10.0.0.2", proto: 17 },
        udp: { src: 53, dst: 53 },
      },
    });
    expect(seen.packet).toHaveLength(42);
    const before = (await firstValueFrom(vport.get$({ dpIfindex, name: "v2" }))).stats!.txPackets;
    const { packet: bytes, key } = seen;
    await firstValueFrom(packet.execute$({ dpIfindex, packet: bytes!, key: key!, actions: [{ output: 2 }] }));
    const after = (await firstValueFrom(vport.get$({ dpIfindex, name: "v2" }))).stats!.txPackets;
    expect(after - before).toBeGreaterThanOrEqual(1n);
  });

  test("meters", async () => {
    const { meter } = kernel.family;
    const features = await firstValueFrom(meter.features$({ dpIfindex }));
    expect(features).toMatchObject({ bands: [{ type: "drop" }] });
    expect(features.maxBands).toBeGreaterThanOrEqual(1);
    const bands = [{ type: "drop", rate: 1000, burst: 100 } as const];
    await firstValueFrom(meter.set$({ dpIfindex, id: 3, kbps: true, bands }));
    expect(await firstValueFrom(meter.get$({ dpIfindex, id: 3 }))).toMatchObject({
      id: 3,
      stats: { packets: 0n },
    });
    await firstValueFrom(meter.delete$({ dpIfindex, id: 3 }));
    const gone$ = meter.get$({ dpIfindex, id: 3 });
    await expect(firstValueFrom(gone$)).rejects.toMatchObject({ code: "ENOENT" });
  });

  test("limits connections by zone, as ovs-dpctl does", async () => {
    const { ctLimit } = kernel.family;
    await firstValueFrom(ctLimit.set$({ dpIfindex, zoneLimit: [{ zoneId: 5, limit: 100 }] }));
    expect(kernel.run("ovs-dpctl ct-get-limits dp0 zone=5")).toContain("zone=5,limit=100,count=0");
    kernel.run("ovs-dpctl ct-set-limits dp0 default=77 zone=6,limit=9");
    const { zoneLimit } = await firstValueFrom(ctLimit.get$({ dpIfindex }));
    expect(zoneLimit).toEqual(
      expect.arrayContaining([
        { zoneId: -1, limit: 77, count: expect.any(Number) },
        { zoneId: 6, limit: 9, count: 0 },
      ]),
    );
    await firstValueFrom(ctLimit.delete$({ dpIfindex, zoneLimit: [{ zoneId: 6, limit: 0 }] }));
    expect(kernel.run("ovs-dpctl ct-get-limits dp0 zone=6")).toContain("zone=6,limit=77");
  });
});
