import { inspect } from "node:util";
import { EncodeError } from "@rxnetlink/core";
import { describe, expect, test } from "vitest";
import type { WireguardConfig } from "#src/wireguard/configure/config.js";
import { movesOf } from "#src/wireguard/configure/moves.js";
import { deviceRequest } from "#src/wireguard/configure/request.js";
import { generateKeyPair } from "#src/wireguard/keys/generate.js";

const own = generateKeyPair();
const [A, B, C] = [generateKeyPair(), generateKeyPair(), generateKeyPair()].map(({ publicKey }) => publicKey);
const peer = { publicKey: A! };

/** Unusable requests, the place of the fault, and what is wrong there. */
const UNUSABLE: readonly (readonly [unknown, string])[] = [
  [null, "null is not a device"],
  [{ listenPort: 1 }, "it names no device (give ifname or ifindex)"],
  [{ ifname: "wg0", privateKey: "x" }, "privateKey: is no key"],
  [{ ifname: "wg0", peers: {} }, "peers: is not an array"],
  [{ ifname: "wg0", peers: [5] }, "peers[0]: 5 is not a peer"],
  [{ ifname: "wg0", peers: [{}] }, "peers[0].publicKey: is missing"],
  [{ ifname: "wg0", peers: [peer, { ...peer, presharedKey: "x" }] }, "peers[1].presharedKey: is no key"],
  [
    { ifname: "wg0", peers: [{ ...peer, endpoint: "vpn.example.org:1" }] },
    'peers[0].endpoint: "vpn.example.org" is not an address (look up the names of hosts first)',
  ],
  [
    { ifname: "wg0", peers: [{ ...peer, endpoint: "2001:db8::1:1" }] },
    'peers[0].endpoint: "2001:db8::1:1" is not an address and a port',
  ],
  [
    { ifname: "wg0", peers: [{ ...peer, allowedips: ["10.0.0.0/33"] }] },
    "peers[0].allowedips[0]: is not an IP",
  ],
  [
    { ifname: "wg0", privateKey: own.privateKey, peers: [{ publicKey: own.publicKey }] },
    "peers[0].publicKey: is the device's own key",
  ],
  [
    {
      ifname: "wg0",
      peers: [
        { ...peer, allowedips: ["10.0.0.7/8"] },
        { publicKey: B, allowedips: ["10.1.0.0/8"] },
      ],
    },
    `peers[1].allowedips: 10.0.0.0/8 is an allowed IP of ${A} too`,
  ],
];

describe("a change of a device", () => {
  test.each(UNUSABLE)("%j is refused", (config, message) => {
    let error: unknown;
    try {
      deviceRequest(config as WireguardConfig);
    } catch (it) {
      error = it;
    }
    expect(error).toBeInstanceOf(EncodeError);
    expect((error as Error).message).toContain(message);
  });

  test("hides its keys from the errors of requests", () => {
    const privateKey = own.privateKey.reveal();
    const request = deviceRequest({
      ifname: "wg0",
      privateKey,
      peers: [{ ...peer, presharedKey: privateKey }],
    });
    expect(inspect(request, { depth: 9 })).not.toContain(privateKey);
    expect(request.privateKey!.reveal()).toBe(privateKey);
  });

  test("of a listed device names it once, and removes keys by null", () => {
    const request = deviceRequest({ ifname: "wg0", ifindex: 4, privateKey: null });
    expect(request).toEqual({ ifindex: 4, privateKey: new Uint8Array(32), peers: [] });
  });

  test("moves allowed IPs of other peers that it leaves alone", () => {
    const current = {
      peers: [
        { publicKey: A!, allowedips: ["10.0.0.0/8", "192.0.2.0/24"] },
        { publicKey: B!, allowedips: ["198.51.100.0/24"] },
      ],
    };
    const config = {
      ifname: "wg0",
      peers: [{ publicKey: C!, allowedips: ["10.1.2.3/8", "198.51.100.0/24", "203.0.113.0/24"] }],
    };
    expect(movesOf(deviceRequest(config), current)).toEqual([
      { allowedip: "10.0.0.0/8", from: A, to: C },
      { allowedip: "198.51.100.0/24", from: B, to: C },
    ]);
    const removing = { ...config, peers: [...config.peers, { publicKey: B!, removeMe: true }] };
    expect(movesOf(deviceRequest(removing), current)).toHaveLength(1);
    expect(movesOf(deviceRequest({ ...config, replacePeers: true }), current)).toEqual([]);
  });
});
