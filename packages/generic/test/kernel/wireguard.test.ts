import type { Ack } from "@rxnetlink/core";
import { filter, firstValueFrom, lastValueFrom, type Observable, takeWhile, tap, toArray } from "rxjs";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { WireguardPeerConfig } from "#src/wireguard/configure/config.js";
import { endpointText } from "#src/wireguard/device/endpoint-text.js";
import type { WireguardDevice } from "#src/wireguard/device/layout.js";
import { generateKeyPair, generatePresharedKey } from "#src/wireguard/keys/generate.js";
import { wireguardConfigText } from "#src/wireguard/text/format.js";
import { parseWireguardConfig } from "#src/wireguard/text/parse.js";
import { type WireguardFamily, wireguard } from "#src/wireguard/wireguard.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const families = ["wireguard"];
const own = generateKeyPair();
const all = <T>(stream$: Observable<T>) => lastValueFrom(stream$.pipe(toArray()));
const none = (text: string | undefined) => (text === "(none)" || text === "off" ? undefined : text);

/** A peer as `wg show DEVICE dump` prints it. */
function printedPeer(line: string) {
  const [publicKey, psk, endpoint, allowedips = "", handshake, rx, tx, keepalive] = line.split("\t");
  return {
    publicKey,
    presharedKey: none(psk),
    endpoint: none(endpoint),
    allowedips: none(allowedips)?.split(",").sort(),
    handshake: Number(handshake),
    rxBytes: BigInt(rx!),
    txBytes: BigInt(tx!),
    keepalive: Number(none(keepalive) ?? 0),
  };
}

/** The same of a device that was read. */
function readPeers({ peers = [] }: WireguardDevice) {
  return peers.map((peer) => ({
    publicKey: peer.publicKey,
    presharedKey: peer.presharedKey?.reveal(),
    endpoint: peer.endpoint && endpointText(peer.endpoint),
    allowedips: peer.allowedips && [...peer.allowedips].sort(),
    handshake: Number((peer.lastHandshakeTime ?? 0n) / 1_000_000_000n),
    rxBytes: peer.rxBytes,
    txBytes: peer.txBytes,
    keepalive: peer.persistentKeepaliveInterval,
  }));
}

const manyAllowedips = (count: number, first = 0) =>
  Array.from({ length: count }, (_, i) => {
    const number = first + i;
    const low = `${(number >> 8) & 0xff}.${number & 0xff}`;
    return i % 2 === 0 ? `10.${number >> 16}.${low}/32` : `2001:db8::${number.toString(16)}/128`;
  });

describeWith({ programs: ["wg"], families }, "wireguard", () => {
  let kernel: Kernel<WireguardFamily>;
  let wg: WireguardFamily;
  const printed = () => kernel.run("wg show wg0 dump").trim().split("\n").slice(1).map(printedPeer);
  const read = () => firstValueFrom(wg.device.get$({ ifname: "wg0" }));
  const configure = (peers: readonly WireguardPeerConfig[], more = {}): Promise<Ack> =>
    lastValueFrom(wg.configure$({ ifname: "wg0", peers, ...more }));
  beforeEach(async () => {
    kernel = await openKernel(wireguard, "ip link add wg0 type wireguard; ip link add wg1 type wireguard");
    wg = kernel.family;
  });
  afterEach(() => kernel.close());

  test("that we configure is what wg shows", async () => {
    const presharedKey = generatePresharedKey();
    const [one, other] = [generateKeyPair().publicKey, generateKeyPair().publicKey];
    await configure(
      [
        {
          publicKey: one,
          presharedKey,
          endpoint: "192.0.2.1:51821",
          persistentKeepaliveInterval: 25,
          allowedips: ["198.51.100.0/24", "2001:db8::/32"],
        },
        { publicKey: other, endpoint: { address: "2001:db8::1", port: 9 }, allowedips: ["0.0.0.0/0"] },
      ],
      { privateKey: own.privateKey, listenPort: 51820, fwmark: 0x1234 },
    );
    const [device] = kernel.run("wg show wg0 dump").split("\n");
    expect(device).toBe(`${own.privateKey.reveal()}\t${own.publicKey}\t51820\t0x1234`);
    expect(readPeers(await read())).toEqual(printed());
    expect(printed()).toMatchObject([
      { publicKey: one, presharedKey: presharedKey.reveal(), endpoint: "192.0.2.1:51821", keepalive: 25 },
      { publicKey: other, endpoint: "[2001:db8::1]:9", allowedips: ["0.0.0.0/0"] },
    ]);
    expect(wireguardConfigText(await read())).toBe(`${kernel.run("wg showconf wg0").trimEnd()}\n`);
  });

  test("that wg configures is what we read", async () => {
    const { publicKey } = generateKeyPair();
    kernel.run(
      `echo ${own.privateKey.reveal()} | wg set wg0 listen-port 7 private-key /dev/stdin peer ${publicKey} endpoint [2001:db8::7]:8 persistent-keepalive 9 allowed-ips 10.0.0.1/8,::/0`,
    );
    const device = await read();
    expect(device).toMatchObject({ ifname: "wg0", publicKey: own.publicKey, listenPort: 7, fwmark: 0 });
    expect(device.privateKey!.reveal()).toBe(own.privateKey.reveal());
    expect(device.peers).toMatchObject([
      {
        publicKey,
        endpoint: { address: "2001:db8::7", port: 8 },
        persistentKeepaliveInterval: 9,
        allowedips: ["10.0.0.0/8", "::/0"],
        rxBytes: 0n,
      },
    ]);
    expect(readPeers(device)).toEqual(printed());
  });

  test("takes a file as wg setconf does", async () => {
    const text = `[Interface]\nPrivateKey = ${own.privateKey.reveal()}\nListenPort = 4000\n\n[Peer]\nPublicKey = ${generateKeyPair().publicKey}\nAllowedIPs = 10.1.0.0/16\n`;
    await lastValueFrom(wg.configure$({ ...parseWireguardConfig(text).config, ifname: "wg1" }));
    expect(kernel.run("wg showconf wg1").trimEnd()).toBe(
      text.replace(/PrivateKey = (.*)\nListenPort = 4000/, "ListenPort = 4000\nPrivateKey = $1").trimEnd(),
    );
  });

  test("is listed with all others, and alone", async () => {
    await configure([{ publicKey: own.publicKey, allowedips: ["10.0.0.0/8"] }]);
    expect((await all(wg.device.list$())).map(({ ifname }) => ifname)).toEqual(["wg0", "wg1"]);
    expect(await all(wg.device.list$({ ifname: "wg1" }))).toHaveLength(1);
    expect(await all(wg.device.list$({ listenPort: 1 }))).toEqual([]);
    expect(await all(wg.peer.list$())).toMatchObject([{ ifname: "wg0", publicKey: own.publicKey }]);
    expect(await all(wg.peer.list$({ ifname: "wg1" }))).toEqual([]);
  });

  test("has 1000 peers with their allowed IPs, in several messages both ways", async () => {
    const peers = Array.from({ length: 1000 }, (_, i) => ({
      publicKey: generateKeyPair().publicKey,
      presharedKey: generatePresharedKey(),
      endpoint: "192.0.2.1:1",
      allowedips: manyAllowedips(i % 30, i * 30),
    }));
    await configure(peers, { replacePeers: true, privateKey: own.privateKey });
    const device = await read();
    expect(device.peers).toHaveLength(1000);
    expect(readPeers(device)).toEqual(printed());
    const listed = await all(wg.peer.list$({ ifname: "wg0" }));
    expect(listed.map((peer) => [peer.publicKey, [...(peer.allowedips ?? [])].sort()])).toEqual(
      peers.map(({ publicKey, allowedips }) => [publicKey, [...allowedips].sort()]),
    );
    await configure(peers.slice(0, 500), { replacePeers: true });
    expect(printed()).toHaveLength(500);
  });

  test("has a peer with 5000 allowed IPs, which is replaced and removed", async () => {
    const peer = { publicKey: generateKeyPair().publicKey, replaceAllowedips: true };
    await configure([{ ...peer, allowedips: manyAllowedips(5000) }]);
    expect((await read()).peers![0]!.allowedips).toHaveLength(5000);
    expect(readPeers(await read())).toEqual(printed());
    await configure([{ ...peer, allowedips: manyAllowedips(2000, 10_000) }]);
    expect([...(await read()).peers![0]!.allowedips!].sort()).toEqual(manyAllowedips(2000, 10_000).sort());
    await lastValueFrom(wg.peer.delete$({ ifname: "wg0", publicKey: peer.publicKey }));
    expect(printed()).toEqual([]);
  });

  test("changes only peers that exist if asked, and accepts the removal of others", async () => {
    const { publicKey } = generateKeyPair();
    await configure([{ publicKey, updateOnly: true }]);
    await lastValueFrom(wg.peer.delete$({ ifname: "wg0", publicKey }));
    expect(printed()).toEqual([]);
    await lastValueFrom(wg.peer.set$({ ifname: "wg0", publicKey, allowedips: ["10.0.0.0/8"] }));
    await configure([{ publicKey, updateOnly: true, persistentKeepaliveInterval: 3 }]);
    expect(printed()).toMatchObject([{ publicKey, keepalive: 3, allowedips: ["10.0.0.0/8"] }]);
  });

  test("loses its keys by null", async () => {
    const { publicKey } = generateKeyPair();
    await configure([{ publicKey, presharedKey: generatePresharedKey() }], { privateKey: own.privateKey });
    await configure([{ publicKey, presharedKey: null }], { privateKey: null });
    const device = await read();
    expect([device.privateKey, device.publicKey, device.peers![0]!.presharedKey]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("moves allowed IPs as foretold", async () => {
    const [from, to] = [generateKeyPair().publicKey, generateKeyPair().publicKey];
    await configure([{ publicKey: from, allowedips: ["10.0.0.0/8", "10.1.0.0/16"] }]);
    const config = { ifname: "wg0", peers: [{ publicKey: to, allowedips: ["10.9.9.9/8"] }] };
    expect(await firstValueFrom(wg.moves$(config))).toEqual([{ allowedip: "10.0.0.0/8", from, to }]);
    await lastValueFrom(wg.configure$(config));
    expect(printed()).toMatchObject([
      { publicKey: from, allowedips: ["10.1.0.0/16"] },
      { publicKey: to, allowedips: ["10.0.0.0/8"] },
    ]);
  });

  test("is synchronized by differences only", async () => {
    const [a, b, c] = [generateKeyPair(), generateKeyPair(), generateKeyPair()].map((it) => it.publicKey);
    await configure([
      { publicKey: a!, allowedips: ["10.1.0.0/16"], endpoint: "192.0.2.1:1" },
      { publicKey: b!, allowedips: ["10.2.0.0/16"] },
    ]);
    const wanted = {
      ifname: "wg0",
      listenPort: 999,
      peers: [
        { publicKey: a!, allowedips: ["10.1.2.3/16"], endpoint: "192.0.2.1:1" },
        { publicKey: c!, allowedips: ["10.2.0.0/16"] },
      ],
    };
    const synced = await firstValueFrom(wg.sync$(wanted));
    expect(synced).toEqual({ changed: ["listenPort"], added: [c], updated: [], removed: [b] });
    expect(printed()).toMatchObject([{ publicKey: a }, { publicKey: c, allowedips: ["10.2.0.0/16"] }]);
    expect(await firstValueFrom(wg.sync$(wanted))).toEqual({
      changed: [],
      added: [],
      updated: [],
      removed: [],
    });
  });

  test("is watched: peers that come and go, and what changes", async () => {
    const { publicKey } = generateKeyPair();
    const seen = all(
      wg.peer
        .watch$({ ifname: "wg0" }, { relistEvery: 50, members: ["publicKey", "persistentKeepaliveInterval"] })
        .pipe(
          tap(({ type }) => {
            if (type === "synced") kernel.run(`wg set wg0 peer ${publicKey}`);
            if (type === "added") kernel.run(`wg set wg0 peer ${publicKey} persistent-keepalive 5`);
            if (type === "changed") kernel.run(`wg set wg0 peer ${publicKey} remove`);
          }),
          takeWhile(({ type }) => type !== "removed", true),
        ),
    );
    expect(await seen).toMatchObject([
      { type: "synced" },
      { type: "added", current: { publicKey } },
      { type: "changed", current: { publicKey, persistentKeepaliveInterval: 5 } },
      { type: "removed", previous: { publicKey } },
    ]);
  });

  test.each([
    ["nothing", "ENODEV", "No such device"],
    ["lo", "EOPNOTSUPP", "lo is not of the kind wireguard"],
  ])("named %s is an error of its own", async (ifname, code, text) => {
    const errors = await Promise.all(
      [wg.device.get$({ ifname }), wg.configure$({ ifname, listenPort: 1 })].map((it) =>
        lastValueFrom(it as Observable<unknown>).catch((error: Error) => error),
      ),
    );
    for (const error of errors) expect(error).toMatchObject({ code });
    for (const error of errors) expect(String(error).toLowerCase()).toContain(text.toLowerCase());
  });
});

describeWith({ programs: ["wg", "ping"], families }, "two wireguard devices", () => {
  let here: Kernel<WireguardFamily>;
  let there: Kernel<WireguardFamily>;
  const remote = generateKeyPair();
  beforeAll(async () => {
    [here, there] = await Promise.all([openKernel(wireguard), openKernel(wireguard)]);
    here.run(`ip link add v0 type veth peer name v1; ip link set v1 netns ${there.namespace.path}`);
    for (const [kernel, link, address, inside] of [
      [here, "v0", "192.0.2.1", "10.0.0.1"],
      [there, "v1", "192.0.2.2", "10.0.0.2"],
    ] as const)
      kernel.run(
        `set -e; ip addr add ${address}/24 dev ${link}; ip link set ${link} up; ip link add wg0 type wireguard; ip addr add ${inside}/24 dev wg0; ip link set wg0 up`,
      );
    const presharedKey = generatePresharedKey();
    const peer = (publicKey: string, inside: string, more = {}) => [
      { publicKey, presharedKey, allowedips: [`${inside}/32`], ...more },
    ];
    const to = { endpoint: "192.0.2.2:51820" };
    const ofHere = { privateKey: own.privateKey, peers: peer(remote.publicKey, "10.0.0.2", to) };
    const ofThere = { privateKey: remote.privateKey, peers: peer(own.publicKey, "10.0.0.1") };
    await lastValueFrom(here.family.configure$({ ifname: "wg0", listenPort: 51821, ...ofHere }));
    await lastValueFrom(there.family.configure$({ ifname: "wg0", listenPort: 51820, ...ofThere }));
  });
  afterAll(() => Promise.all([here.close(), there.close()]));

  test("shake hands, carry packets, and are seen doing so", async () => {
    const shaken = firstValueFrom(
      there.family.peer
        .watch$({ ifname: "wg0" }, { relistEvery: 100 })
        .pipe(filter((event) => event.type === "changed" && event.current.rxBytes! > 0n)),
    );
    expect(here.run("ping -c 2 -W 10 10.0.0.2")).toContain(" 0% packet loss");
    const event = await shaken;
    expect(event).toMatchObject({
      previous: { publicKey: own.publicKey },
      current: { publicKey: own.publicKey, endpoint: { address: "192.0.2.1", port: 51821 } },
    });
    const device = await firstValueFrom(here.family.device.get$({ ifname: "wg0" }));
    const lines = here.run("wg show wg0 dump").trim().split("\n");
    expect(readPeers(device)).toEqual(lines.slice(1).map(printedPeer));
    expect(device.peers![0]!.lastHandshakeTime! / 1_000_000_000n).toBeGreaterThan(1_500_000_000n);
  });
});
