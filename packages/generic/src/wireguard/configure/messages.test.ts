import { Writer } from "@rxnetlink/core/schema";
import { describe, expect, test } from "vitest";
import { messagesOf } from "#src/wireguard/configure/messages.js";
import { deviceRequest } from "#src/wireguard/configure/request.js";
import type { DeviceRequest } from "#src/wireguard/configure/wire.js";
import { wgpeerFlags, wireguardMessage } from "#src/wireguard/device/layout.js";

/** A public key for each number. */
const key = (number: number) => Buffer.alloc(32, `peer ${number} `).toString("base64");

/** Different prefixes in large numbers. */
const allowedips = (count: number, first = 0) =>
  Array.from({ length: count }, (_, i) => {
    const number = first + i;
    return i % 2 === 0
      ? `10.${(number >> 16) & 0xff}.${(number >> 8) & 0xff}.${number & 0xff}/32`
      : `2001:db8::${number.toString(16)}/128`;
  });

const split = (config: Parameters<typeof deviceRequest>[0]) => [...messagesOf(deviceRequest(config))];

/** Length of the message on the wire. */
function lengthOf(message: DeviceRequest): number {
  const out = new Writer();
  wireguardMessage.write(out, message as never);
  return out.at;
}

const settings = {
  presharedKey: Buffer.alloc(32, 1),
  endpoint: "[2001:db8::1]:1",
  persistentKeepaliveInterval: 5,
};

describe("a change of a device", () => {
  test("that is small is one message", () => {
    const [message, ...more] = split({ ifname: "wg0", listenPort: 5, peers: [{ publicKey: key(1) }] });
    expect(more).toEqual([]);
    expect(message).toEqual({ ifname: "wg0", listenPort: 5, peers: [{ publicKey: key(1) }] });
  });

  test("with a peer of 5000 allowed IPs keeps all of them, and flags in the first part only", () => {
    const all = allowedips(5000);
    const messages = split({
      ifname: "wg0",
      fwmark: 7,
      replacePeers: true,
      peers: [
        { publicKey: key(1), ...settings, replaceAllowedips: true, allowedips: all },
        { publicKey: key(2) },
      ],
    });
    const parts = messages.flatMap(({ peers }) => peers.filter(({ publicKey }) => publicKey === key(1)));
    expect(parts.flatMap((part) => part.allowedips)).toEqual(all);
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.map(({ flags }) => flags)).toEqual(
      parts.map((_, i) => (i === 0 ? wgpeerFlags.bits.replaceAllowedips : wgpeerFlags.bits.updateOnly)),
    );
    expect(parts.filter((part) => "endpoint" in part)).toHaveLength(1);
    expect(messages.map(({ flags, fwmark }) => [flags, fwmark])).toEqual(
      messages.map((_, i) => (i === 0 ? [1, 7] : [undefined, undefined])),
    );
  });

  test("with 1000 peers has messages that fit", () => {
    const peers = Array.from({ length: 1000 }, (_, i) => ({
      publicKey: key(i),
      ...settings,
      allowedips: allowedips(i % 40, i * 40),
    }));
    const messages = split({ ifindex: 3, peers });
    expect(messages.every((message) => lengthOf(message) < 0x8100)).toBe(true);
    expect(messages.flatMap((message) => message.peers.map(({ publicKey }) => publicKey))).toEqual(
      peers.map(({ publicKey }) => publicKey),
    );
    expect(messages.length).toBeLessThan(60);
  });

  test("that removes a peer does not send its allowed IPs", () => {
    const [message] = split({
      ifname: "wg0",
      peers: [{ publicKey: key(1), removeMe: true, allowedips: allowedips(9) }],
    });
    expect(message!.peers).toEqual([{ publicKey: key(1), flags: wgpeerFlags.bits.removeMe }]);
  });
});
