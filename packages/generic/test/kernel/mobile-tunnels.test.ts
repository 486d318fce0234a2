import { createSocket } from "node:dgram";
import { once } from "node:events";
import { Connection } from "@rxnetlink/core";
import { attributes, message, nest, pad, string, struct, u8, u32 } from "@rxnetlink/core/schema";
import { filter, firstValueFrom, lastValueFrom, type Observable, toArray } from "rxjs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type GtpFamily, gtp } from "#src/gtp/gtp.js";
import { type OvpnFamily, ovpn } from "#src/ovpn/ovpn.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const all = <T>(stream$: Observable<T>) => lastValueFrom(stream$.pipe(toArray()));
const done = <T>(stream$: Observable<T>) => lastValueFrom(stream$, { defaultValue: undefined });

/** Requests for links that `ip` of Debian 12 cannot make. */
const gtpSettings = attributes("gtp", "IFLA_GTP_", { role: [4, u32], createSockets: [5, u8] });
const linkinfo = attributes("linkinfo", "IFLA_INFO_", { kind: [1, string], data: [2, nest(gtpSettings)] });
const linkMessage = message(
  "link",
  struct("ifinfomsg", { all: pad(16) }),
  attributes("link", "IFLA_", { ifname: [3, string], linkinfo: [18, nest(linkinfo)] }),
);

/** Makes a link and returns its index. */
async function link(kernel: Kernel<unknown>, ifname: string, kind: string, data?: object): Promise<number> {
  const route = new Connection(kernel.transport, { protocol: 0, namespace: kernel.namespace.ref });
  const value = { ifname, linkinfo: { kind, ...(data && { data }) } };
  await done(route.execute$({ type: 16, layout: linkMessage, value, flags: 0x600 }));
  route.close();
  kernel.run(`ip link set ${ifname} up`);
  return kernel.json<{ ifindex: number }[]>(`ip -j link show dev ${ifname}`)[0]!.ifindex;
}

describeWith({ programs: ["ip"], families: ["gtp"] }, "gtp", () => {
  let kernel: Kernel<GtpFamily>;
  let index: number;
  beforeEach(async () => {
    kernel = await openKernel(gtp);
    index = await link(kernel, "gtp0", "gtp", { role: 1, createSockets: 1 });
  });
  afterEach(() => kernel.close());

  const context = { iTei: 100, oTei: 200, peerAddress: "127.0.0.1", msAddress: "198.51.100.1" };

  test("contexts are added, listed, found and removed", async () => {
    const { pdp } = kernel.family;
    await done(pdp.add$({ link: index, ...context }));
    expect(await all(pdp.list$())).toMatchObject([{ link: index, version: "v1", ...context }]);
    expect(await firstValueFrom(pdp.get$({ link: index, iTei: 100 }))).toMatchObject(context);
    expect(await firstValueFrom(pdp.get$({ link: index, msAddress: "198.51.100.1" }))).toMatchObject(context);
    await expect(done(pdp.add$({ link: index, ...context }))).rejects.toMatchObject({ code: "EEXIST" });
    const [listed] = await all(pdp.list$());
    await done(pdp.delete$(listed!));
    expect(await all(pdp.list$())).toEqual([]);
    await expect(firstValueFrom(pdp.get$({ link: index, iTei: 100 }))).rejects.toMatchObject({
      code: "ENOENT",
    });
  });

  test("contexts are reported and watched", async () => {
    const { pdp } = kernel.family;
    const seen = all(
      pdp.notifications$({ listening: () => done(pdp.add$({ link: index, ...context })) }).pipe(
        filter((one) => "value" in one),
        (events$) => events$.pipe(filter((_, i) => i < 1)),
      ),
    );
    const watched = firstValueFrom(pdp.watch$().pipe(filter(({ type }) => type === "added")));
    expect(await watched).toMatchObject({ current: { iTei: 100 } });
    kernel.family.connection.close();
    expect(await seen).toMatchObject([{ type: "new", value: context }]);
  });
});

describeWith({ programs: ["ip"], families: ["ovpn"] }, "ovpn", () => {
  let kernel: Kernel<OvpnFamily>;
  let ifindex: number;
  let socket: ReturnType<typeof createSocket>;
  let fd: number;
  beforeEach(async () => {
    kernel = await openKernel(ovpn);
    ifindex = await link(kernel, "ovpn0", "ovpn");
    socket = createSocket("udp4");
    socket.bind(0, "127.0.0.1");
    await once(socket, "listening");
    fd = (socket as unknown as { _handle: { fd: number } })._handle.fd;
  });
  afterEach(async () => {
    await kernel.close();
    socket.close();
  });

  // The link has one peer, which then has no address of its own in the VPN.
  const peer = { id: 7, remoteIpv4: "127.0.0.1", remotePort: 1194 };

  test("peers are added, listed, changed and removed, and their end is reported", async () => {
    const { peer: peers } = kernel.family;
    await done(peers.add$({ ifindex, ...peer, socket: fd }));
    const [listed] = await all(peers.list$({ ifindex }));
    expect(listed).toMatchObject({
      ifindex,
      id: 7,
      remoteIpv4: "127.0.0.1",
      remotePort: 1194,
      linkRxBytes: 0n,
    });
    expect(await all(peers.list$())).toHaveLength(1);
    await done(peers.change$({ ifindex, id: 7, keepaliveInterval: 10, keepaliveTimeout: 60 }));
    const changed = await firstValueFrom(peers.get$({ ifindex, id: 7 }));
    expect(changed).toMatchObject({ keepaliveInterval: 10, keepaliveTimeout: 60 });
    // Told where the socket is, which is not the namespace of the link.
    const here = ovpn({ transport: kernel.transport });
    const ended = firstValueFrom(
      here.peerEvent.notifications$({ listening: () => done(peers.delete$({ ifindex, id: 7 })) }),
    );
    expect(await ended).toMatchObject({ type: "delete", value: { ifindex, id: 7, delReason: "userspace" } });
    here.connection.close();
    expect(await all(peers.list$())).toEqual([]);
  });

  test("keys are set, told without their bytes, exchanged and removed", async () => {
    const { peer: peers, key } = kernel.family;
    await done(peers.add$({ ifindex, ...peer, socket: fd }));
    const dir = (byte: number) => ({
      cipherKey: new Uint8Array(32).fill(byte),
      nonceTail: new Uint8Array(8).fill(byte),
    });
    const one = { ifindex, peerId: 7, cipherAlg: "aesGcm", encryptDir: dir(1), decryptDir: dir(2) } as const;
    await done(key.add$({ ...one, slot: "primary", keyId: 1 }));
    await done(key.add$({ ...one, slot: "secondary", keyId: 2 }));
    const primary = () => firstValueFrom(key.get$({ ifindex, peerId: 7, slot: "primary" }));
    expect(await primary()).toMatchObject({ peerId: 7, keyId: 1, cipherAlg: "aesGcm" });
    await done(key.swap$({ ifindex, peerId: 7 }));
    expect(await primary()).toMatchObject({ keyId: 2 });
    await done(key.delete$({ ifindex, peerId: 7, slot: "primary" }));
    await expect(primary()).rejects.toMatchObject({ code: "ENOENT" });
  });
});
