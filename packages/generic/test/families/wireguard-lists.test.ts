import { DecodeError } from "@rxnetlink/core";
import { NLMSG_DONE, s32, struct, Writer, writeMessage } from "@rxnetlink/core/schema";
import { datagram, type ScriptedSocket, scriptedTransport } from "@rxnetlink/testing";
import { lastValueFrom, type Observable, toArray } from "rxjs";
import { describe, expect, test } from "vitest";
import { linkKindMessage } from "#src/links/layout.js";
import { type WireguardDevice, wireguardMessage } from "#src/wireguard/device/layout.js";
import { wireguard, wireguardFamily } from "#src/wireguard/wireguard.js";
import { FAMILY_ID, loaded } from "../support/loaded.js";

const NETLINK_ROUTE = 0;
const RTM_NEWLINK = 16;
const MULTI = 2;
const done = struct("done", { error: s32 });
const key = (number: number) => Buffer.alloc(32, number).toString("base64");

/** Sends the messages of a list in one datagram. */
function answer(
  request: Uint8Array,
  socket: ScriptedSocket,
  type: number,
  layout: never,
  values: readonly object[],
) {
  const sequence = new DataView(request.buffer, request.byteOffset).getUint32(8, true);
  const out = new Writer();
  const common = { flags: MULTI, sequence, portId: socket.portId };
  for (const value of values) writeMessage(out, { ...common, type, layout, value });
  writeMessage(out, { ...common, type: NLMSG_DONE, layout: done, value: { error: 0 } });
  socket.deliver(datagram(out.take()));
}

/** A kernel with some devices, each in the messages given, and a link of another kind. */
function kernel(devices: Readonly<Record<number, readonly WireguardDevice[]>>) {
  const links = [
    ...Object.keys(devices).map((index) => ({ index: Number(index), linkinfo: { kind: "wireguard" } })),
    { index: 99, linkinfo: { kind: "veth" } },
  ];
  const transport = scriptedTransport((request, socket) => {
    if (socket.options.protocol === NETLINK_ROUTE)
      return answer(request, socket, RTM_NEWLINK, linkKindMessage as never, links);
    const view = new DataView(request.buffer, request.byteOffset, request.length);
    const { ifindex = 1 } = wireguardMessage.read(view, 16, request.length);
    answer(request, socket, FAMILY_ID, wireguardMessage as never, devices[ifindex] ?? []);
  });
  return wireguard({ transport: loaded(transport, wireguardFamily) });
}

const all = <T>(stream$: Observable<T>) => lastValueFrom(stream$.pipe(toArray()));
const spread: readonly WireguardDevice[] = [
  { ifindex: 1, ifname: "wg0", listenPort: 5, peers: [{ publicKey: key(1), allowedips: ["10.0.0.0/8"] }] },
  {
    peers: [
      { publicKey: key(1), allowedips: ["10.1.0.0/16", "::/0"] },
      { publicKey: key(2), allowedips: ["10.2.0.0/16"] },
    ],
  },
  { peers: [{ publicKey: key(3) }] },
];

describe("a list of wireguard devices", () => {
  test("joins the messages that one is spread over", async () => {
    expect(await all(kernel({ 1: spread }).device.list$({ ifname: "wg0" }))).toEqual([
      {
        ifindex: 1,
        ifname: "wg0",
        listenPort: 5,
        peers: [
          { publicKey: key(1), allowedips: ["10.0.0.0/8", "10.1.0.0/16", "::/0"] },
          { publicKey: key(2), allowedips: ["10.2.0.0/16"] },
          { publicKey: key(3) },
        ],
      },
    ]);
  });

  test("has all links of the kind, with peers of the same key apart", async () => {
    const other = [{ ifindex: 2, ifname: "wg1", peers: [{ publicKey: key(3) }] }];
    const wg = kernel({ 1: spread, 2: other });
    expect((await all(wg.device.list$())).map(({ ifname, peers }) => [ifname, peers?.length])).toEqual([
      ["wg0", 3],
      ["wg1", 1],
    ]);
    const peers = await all(wg.peer.list$());
    expect(peers.map(({ ifname, publicKey, allowedips }) => [ifname, publicKey, allowedips?.length])).toEqual(
      [
        ["wg0", key(1), 3],
        ["wg0", key(2), 1],
        ["wg0", key(3), undefined],
        ["wg1", key(3), undefined],
      ],
    );
  });

  test("ends with an error where the kernel repeats a peer without any progress", async () => {
    const stuck = [...spread, { peers: [{ publicKey: key(3) }] }];
    const error = await all(kernel({ 1: stuck }).device.list$({ ifindex: 1 })).catch((it) => it);
    expect(error).toBeInstanceOf(DecodeError);
    expect(error.message).toContain("does not advance");
  });
});
