import { KernelError } from "@rxnetlink/core";
import { filter, firstValueFrom, lastValueFrom, type Observable, take, takeWhile, toArray } from "rxjs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FouFamily, fou } from "#src/fou/fou.js";
import { type L2tpFamily, l2tp } from "#src/l2tp/l2tp.js";
import { type MacsecFamily, macsec } from "#src/macsec/macsec.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const all = <T>(stream$: Observable<T>) => lastValueFrom(stream$.pipe(toArray()));
const done = <T>(stream$: Observable<T>) => lastValueFrom(stream$, { defaultValue: undefined });

describeWith({ programs: ["ip"], families: ["fou"] }, "fou", () => {
  let kernel: Kernel<FouFamily>;
  beforeEach(async () => {
    kernel = await openKernel(fou);
  });
  afterEach(() => kernel.close());

  test("ports that we open are those of ip fou, and the other way round", async () => {
    const { port } = kernel.family;
    await done(port.add$({ port: 5555, ipproto: 47 }));
    await done(port.add$({ port: 5556, af: 10, localV6: "::1" }));
    kernel.run("ip fou add port 5557 ipproto 4 local 127.0.0.1 peer 127.0.0.2 peer_port 5558");
    const shown = kernel.json<{ port: number }[]>("ip -j fou show");
    const ours = await all(port.list$());
    expect(ours.map((it) => it.port).sort()).toEqual(shown.map((it) => it.port).sort());
    expect(ours).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ port: 5555, ipproto: 47, type: "direct" }),
        expect.objectContaining({ port: 5556, type: "gue", localV6: "::1" }),
        expect.objectContaining({ port: 5557, localV4: "127.0.0.1", peerV4: "127.0.0.2", peerPort: 5558 }),
      ]),
    );
    for (const one of ours) await done(port.delete$(one));
    expect(kernel.run("ip fou show").trim()).toBe("");
  });

  test("a port in use is an error", async () => {
    const { port } = kernel.family;
    await done(port.add$({ port: 5555, ipproto: 47 }));
    await expect(done(port.add$({ port: 5555, ipproto: 47 }))).rejects.toBeInstanceOf(KernelError);
  });
});

describeWith({ programs: ["ip"], families: ["l2tp"] }, "l2tp", () => {
  let kernel: Kernel<L2tpFamily>;
  beforeEach(async () => {
    kernel = await openKernel(l2tp);
  });
  afterEach(() => kernel.close());

  const tunnel = { connId: 1, peerConnId: 2, ipSaddr: "127.0.0.1", ipDaddr: "127.0.0.1" };

  test("tunnels and sessions that we create are those of ip l2tp", async () => {
    const family = kernel.family;
    await done(family.tunnel.add$({ ...tunnel, udpSport: 5000, udpDport: 5001 }));
    const cookie = Uint8Array.of(1, 2, 3, 4);
    await done(family.session.add$({ connId: 1, sessionId: 10, peerSessionId: 20, ifname: "l2", cookie }));
    const [shown] = kernel.json<object[]>("ip -j l2tp show tunnel");
    expect(shown).toMatchObject({ tunnel_id: 1, peer_tunnel: 2, local_port: 5000, peer_port: 5001 });
    expect(kernel.run("ip l2tp show session")).toMatch(/Session 10 in tunnel 1[\s\S]*interface name: l2/);
    expect(await firstValueFrom(family.session.get$({ ifname: "l2" }))).toMatchObject({
      connId: 1,
      sessionId: 10,
      peerSessionId: 20,
      pwType: "eth",
      cookie,
    });
    await done(family.session.delete$({ connId: 1, sessionId: 10 }));
    await done(family.tunnel.delete$({ connId: 1 }));
    expect(kernel.run("ip l2tp show tunnel").trim()).toBe("");
  });

  test("those of ip l2tp are listed and reported", async () => {
    const { tunnel: tunnels } = kernel.family;
    const seen = firstValueFrom(
      tunnels.notifications$({
        listening: () =>
          kernel.run(
            "ip l2tp add tunnel tunnel_id 7 peer_tunnel_id 8 encap ip local 127.0.0.1 remote 127.0.0.1",
          ),
      }),
    );
    expect(await seen).toMatchObject({ type: "new", value: { connId: 7, peerConnId: 8, encapType: "ip" } });
    expect(await all(tunnels.list$())).toMatchObject([{ connId: 7, ipSaddr: "127.0.0.1", protoVersion: 3 }]);
    await expect(firstValueFrom(tunnels.get$({ connId: 9 }))).rejects.toMatchObject({ code: "ENODEV" });
  });

  test("are watched", async () => {
    const { tunnel: tunnels } = kernel.family;
    const events = all(tunnels.watch$().pipe(take(3)));
    await firstValueFrom(tunnels.watch$().pipe(filter(({ type }) => type === "synced")));
    kernel.run("ip l2tp add tunnel tunnel_id 7 peer_tunnel_id 8 encap ip local 127.0.0.1 remote 127.0.0.1");
    await firstValueFrom(tunnels.watch$().pipe(filter(({ type }) => type === "added")));
    kernel.run("ip l2tp del tunnel tunnel_id 7");
    expect((await events).map(({ type }) => type)).toEqual(["synced", "added", "removed"]);
  });
});

describeWith({ programs: ["ip"], families: ["macsec"] }, "macsec", () => {
  let kernel: Kernel<MacsecFamily>;
  let index: number;
  const KEY = Uint8Array.from({ length: 16 }, (_, i) => i);
  const SCI = 0x5254_00aa_bbcc_0001n;
  beforeEach(async () => {
    kernel = await openKernel(
      macsec,
      "ip link add d0 address 52:54:00:11:22:33 type dummy; ip link set d0 up; ip link add link d0 macsec0 type macsec port 11 encrypt on",
    );
    [index] = kernel.json<{ ifindex: number }[]>("ip -j link show dev macsec0").map((it) => it.ifindex) as [
      number,
    ];
  });
  afterEach(() => kernel.close());

  test("channels and associations that we add are those of ip macsec", async () => {
    const { rxsc, rxsa, txsa, device } = kernel.family;
    const keyid = Uint8Array.from({ length: 16 }, () => 7);
    await done(txsa.add$({ ifindex: index, an: 0, pn: 100, active: 1, key: KEY, keyid }));
    await done(rxsc.add$({ ifindex: index, sci: SCI, active: 1 }));
    await done(rxsa.add$({ ifindex: index, sci: SCI, an: 2, pn: 5, active: 1, key: KEY, keyid }));
    const shown = kernel.run("ip macsec show");
    expect(shown).toContain("TXSC: 525400112233000b on SA 0");
    expect(shown).toMatch(/0: PN 100, state on, key 0707/);
    expect(shown).toMatch(/RXSC: 525400aabbcc0001, state on\s+2: PN 5, state on, key 0707/);
    const [one] = await all(device.list$());
    expect(one).toMatchObject({
      ifindex: index,
      secy: { sci: 0x5254_0011_2233_000bn, encodingSa: 0, encrypt: 1, validate: "strict" },
      txsaList: [{ an: 0, active: 1, pn: 100, keyid }],
      rxscList: [{ sci: SCI, active: 1, saList: [{ an: 2, pn: 5 }] }],
      offload: { type: "off" },
    });
    await done(rxsa.change$({ ifindex: index, sci: SCI, an: 2, pn: 9 }));
    await done(txsa.change$({ ifindex: index, an: 0, active: 0 }));
    expect(await all(rxsa.list$({ an: 2 }))).toMatchObject([{ sci: SCI, pn: 9 }]);
    expect(kernel.run("ip macsec show")).toMatch(/0: PN 100, state off/);
    const inUse = await done(rxsa.delete$({ ifindex: index, sci: SCI, an: 2 })).catch((it) => it);
    expect(inUse).toMatchObject({ code: "EBUSY", hint: "set active to 0 first" });
    await done(rxsa.change$({ ifindex: index, sci: SCI, an: 2, active: 0 }));
    await done(rxsa.delete$({ ifindex: index, sci: SCI, an: 2 }));
    await done(rxsc.change$({ ifindex: index, sci: SCI, active: 0 }));
    await done(rxsc.flush$({ ifindex: index }));
    await done(txsa.delete$({ ifindex: index, an: 0 }));
    expect(kernel.run("ip macsec show")).not.toMatch(/RXSC|PN/);
  });

  test("those of ip macsec are watched", async () => {
    const { txsa } = kernel.family;
    const ends = ({ type }: { type: string }) => type !== "removed";
    const events = all(txsa.watch$({}, { relistEvery: 50 }).pipe(takeWhile(ends, true)));
    await firstValueFrom(txsa.watch$({}, { relistEvery: 50 }).pipe(filter(({ type }) => type === "synced")));
    kernel.run(`ip macsec add macsec0 tx sa 1 pn 3 on key 01 ${"00".repeat(16)}`);
    await firstValueFrom(txsa.watch$({}, { relistEvery: 50 }).pipe(filter(({ type }) => type === "added")));
    kernel.run("ip macsec set macsec0 tx sa 1 off; ip macsec del macsec0 tx sa 1");
    const kinds = (await events).filter(({ type }) => type !== "changed");
    expect(kinds).toMatchObject([
      { type: "synced" },
      { type: "added", current: { an: 1 } },
      { type: "removed" },
    ]);
  });

  test("keys are not in errors", async () => {
    const { txsa } = kernel.family;
    const error = await done(txsa.add$({ ifindex: index, an: 0, pn: 1, key: KEY.subarray(3) })).catch(
      (it) => it,
    );
    expect(error).toBeInstanceOf(KernelError);
    expect(`${error.request.value.key}`).toBe("(hidden)");
  });
});
