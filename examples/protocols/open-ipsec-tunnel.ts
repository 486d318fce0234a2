// Protects packets between two networks by an IPsec tunnel, until Ctrl-C; the peer runs the same with both pairs swapped. Keys
// come from a shared secret, since nobody negotiates them here: use a daemon for IKE where that matters. Needs CAP_NET_ADMIN.
//
//   # SECRET=… node dist/protocols/open-ipsec-tunnel.js 192.0.2.1 192.0.2.2 10.1.0.0/16 10.2.0.0/16
//   192.0.2.1 > 192.0.2.2: SPI 0x8c1ae5d3
//   192.0.2.2 > 192.0.2.1: SPI 0x1f09b3c7

import { hkdfSync } from "node:crypto";
import { once } from "node:events";
import { done } from "rxnetlink/promises";
import { xfrm, xfrmSecret } from "rxnetlink/xfrm";

const [here = "", there = "", inside = "", outside = ""] = process.argv.slice(2);
const secret = process.env.SECRET ?? "";
if (secret.length < 16 || outside === "") throw new Error("give SECRET, two addresses and two networks");

/** Returns the state and the policies of one direction. */
function direction(dirs: readonly ("in" | "out" | "fwd")[], saddr: string, daddr: string, sel: object) {
  const derived = Buffer.from(hkdfSync("sha256", secret, "", `${saddr} > ${daddr}`, 52));
  // Each run counts packets from 0 again: with such keys, a cipher whose nonces are counted (GCM) would repeat itself.
  const algCrypt = { name: "cbc(aes)", key: xfrmSecret(derived.subarray(0, 16)) };
  const algAuthTrunc = { name: "hmac(sha256)", key: xfrmSecret(derived.subarray(16, 48)), truncLen: 128 };
  const outer = { saddr, daddr, proto: "esp", mode: "tunnel", reqid: 1 } as const;
  const spi = (derived.readUInt32BE(48) | 0x100) >>> 0;
  const policies = dirs.map((dir) => ({ dir, sel, tmpl: [outer] }));
  return { state: { ...outer, spi, replayWindow: 32, algCrypt, algAuthTrunc }, policies };
}

const ipsec = xfrm();
const directions = [
  direction(["out"], here, there, { saddr: inside, daddr: outside }),
  direction(["in", "fwd"], there, here, { saddr: outside, daddr: inside }),
];
for (const { state, policies } of directions) {
  await done(ipsec.state.add$(state));
  for (const policy of policies) await done(ipsec.policy.replace$(policy));
  console.log(`${state.saddr} > ${state.daddr}: SPI 0x${state.spi.toString(16)}`);
}

// While it listens, the program runs.
const expiring = ipsec.expire$().subscribe(({ type }) => console.log(type));
await once(process, "SIGINT");
expiring.unsubscribe();
for (const { state, policies } of directions) {
  for (const { dir, sel } of policies) await done(ipsec.policy.delete$({ dir, sel }));
  await done(ipsec.state.delete$({ daddr: state.daddr, spi: state.spi, proto: "esp" }));
}
await ipsec.close();
