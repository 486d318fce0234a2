// States, and the commands of `ip` that make the same.

import { xfrmSecret } from "#src/key/xfrm-secret.js";
import { gcm, keyOf } from "./esp.js";

const ENDS = "src 192.0.2.1 dst 192.0.2.2";
const GCM = `aead 'rfc4106(gcm(aes))' 0x${keyOf(20)} 128`;
/** What names a state, and its source. */
export const ends = { saddr: "192.0.2.1", daddr: "192.0.2.2", spi: 0x1000, proto: "esp" } as const;
/** The same, as a tunnel. */
export const tunnel = { ...ends, mode: "tunnel" } as const;
const cbc = { name: "cbc(aes)", key: xfrmSecret(keyOf(16)) };
const hmac = { name: "hmac(sha256)", key: xfrmSecret(keyOf(32)), truncLen: 128 };

/** States by the command that makes the same. */
export const CASES: readonly [name: string, command: string, state: object][] = [
  [
    "a tunnel with AES-GCM",
    `${ENDS} proto esp spi 0x1000 reqid 7 mode tunnel ${GCM}`,
    { ...tunnel, reqid: 7, algAead: gcm },
  ],
  [
    "transport with AES-CBC and HMAC, a selector, a window and flags",
    `${ENDS} proto esp spi 0x1000 mode transport enc 'cbc(aes)' 0x${keyOf(16)} auth-trunc 'hmac(sha256)' 0x${keyOf(32)} 128 replay-window 32 flag noecn flag nopmtudisc sel src 10.0.0.1 dst 10.0.0.0/8`,
    {
      ...{ ...ends, mode: "transport", algCrypt: cbc, algAuthTrunc: hmac, replayWindow: 32 },
      flags: { noecn: true, nopmtudisc: true },
      sel: { saddr: "10.0.0.1", daddr: "10.0.0.0/8" },
    },
  ],
  [
    "extended sequence numbers",
    `${ENDS} proto esp spi 0x1000 mode tunnel ${GCM} replay-window 128 flag esn`,
    { ...tunnel, algAead: gcm, flags: { esn: true }, replayEsnVal: { replayWindow: 128 } },
  ],
  [
    "AH",
    `${ENDS} proto ah spi 0x1000 mode transport auth-trunc 'hmac(sha256)' 0x${keyOf(32)} 128`,
    { ...ends, proto: "ah", algAuthTrunc: hmac },
  ],
  [
    "compression",
    `${ENDS} proto comp spi 0x1000 mode transport comp deflate`,
    { ...ends, proto: "comp", algComp: { name: "deflate" } },
  ],
  [
    "ESP in UDP",
    `${ENDS} proto esp spi 0x1000 mode tunnel ${GCM} encap espinudp 4500 4501 0.0.0.0`,
    { ...tunnel, algAead: gcm, encap: { type: "espinudp", sport: 4500, dport: 4501 } },
  ],
  [
    "IPv6 addresses that end in zeros",
    `src 2001:db8:: dst 2001:db8:ff:: proto esp spi 0x1000 mode tunnel ${GCM}`,
    { ...tunnel, saddr: "2001:db8::", daddr: "2001:db8:ff::", algAead: gcm },
  ],
  [
    "marks and an id of interfaces",
    `${ENDS} proto esp spi 0x1000 mode tunnel ${GCM} mark 5 mask 0xff if_id 0x42 output-mark 0x7 mask 0xf`,
    {
      ...{ ...tunnel, algAead: gcm, mark: { v: 5, m: 0xff }, ifId: 0x42 },
      ...{ setMark: 7, setMarkMask: 0xf },
    },
  ],
  [
    "limits",
    `${ENDS} proto esp spi 0x1000 mode tunnel ${GCM} limit byte-soft 1000 limit packet-hard 50 limit time-hard 600`,
    {
      ...{ ...tunnel, algAead: gcm },
      lft: { softByteLimit: 1000n, hardPacketLimit: 50n, hardAddExpiresSeconds: 600n },
    },
  ],
];

/** Authentication by HMAC. */
export const authenticated = { algAuthTrunc: hmac };
