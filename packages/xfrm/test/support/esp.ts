// States with keys, and tunnels made of them.

import type { Written } from "@rxnetlink/core";
import { xfrmSecret } from "#src/key/xfrm-secret.js";
import type { XfrmState } from "#src/state/layout.js";
import type { Kernel } from "./kernel.js";

/** A key of some bytes, in hexadecimal. */
export const keyOf = (bytes: number) => "0123456789abcdef".repeat(8).slice(0, 2 * bytes);

/** AES-GCM with a key of 128 bits and its salt. */
export const gcm = { name: "rfc4106(gcm(aes))", key: xfrmSecret(keyOf(20)), icvLen: 128 };

const NEAR = "192.0.2.1";
const FAR = "192.0.2.2";

/** States of a tunnel between 192.0.2.1 and 192.0.2.2, one for each direction. */
export const tunnelStates = (spi: number): Written<XfrmState>[] => [
  { saddr: NEAR, daddr: FAR, spi, proto: "esp", mode: "tunnel", reqid: 7, algAead: gcm },
  { saddr: FAR, daddr: NEAR, spi: spi + 1, proto: "esp", mode: "tunnel", reqid: 7, algAead: gcm },
];

const out = { daddr: "10.2.0.0/16", saddr: "10.1.0.0/16" };
const back = { daddr: "10.1.0.0/16", saddr: "10.2.0.0/16" };
const template = (saddr: string, daddr: string) => [
  { saddr, daddr, proto: "esp", mode: "tunnel", reqid: 7 } as const,
];

/** Policies of one end of the tunnel, for packets between 10.1.0.0/16 and 10.2.0.0/16. */
export function tunnelPolicies(end: "near" | "far") {
  const [there, here] = end === "near" ? [out, back] : [back, out];
  const [saddr, daddr] = end === "near" ? [NEAR, FAR] : [FAR, NEAR];
  return [
    { sel: there, dir: "out", tmpl: template(saddr, daddr) },
    { sel: here, dir: "in", tmpl: template(daddr, saddr) },
  ] as const;
}

/** Sends one packet through the tunnel and back; returns true if the reply came. */
export const ping = ({ run }: Kernel, size = 56): boolean =>
  /1 received/.test(run(`ping -c1 -W5 -s ${size} -I 10.1.0.1 10.2.0.1 2>&1 || true`));
