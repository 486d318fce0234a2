import { expect, it } from "vitest";
import { parseFingerprint } from "#src/osf/parse-fingerprint.js";

const plain = (val = 0) => ({ wc: "plain", val });

it("reads all fields and options", () => {
  expect(parseFingerprint("S4:64:1:60:M1460,S,T,N,W7,E:Linux:3.1:mine:Linux 3.1")).toEqual({
    wss: { wc: "mss", val: 4 },
    ttl: 64,
    df: 1,
    ss: 60,
    mss: 0,
    optNum: 6,
    genre: "Linux",
    version: "3.1",
    subtype: "mine",
    opt: [
      { kind: "mss", length: 4, wc: plain(1460) },
      { kind: "sackp", length: 2, wc: plain() },
      { kind: "ts", length: 10, wc: plain() },
      { kind: "nop", length: 1, wc: plain() },
      { kind: "wso", length: 3, wc: plain(7) },
      { kind: "eol", length: 1, wc: plain() },
    ],
  });
});

it.each([
  ["8192", { wc: "plain", val: 8192 }],
  ["*", { wc: "plain", val: 0 }],
  ["T2", { wc: "mtu", val: 2 }],
  ["%8192", { wc: "modulo", val: 8192 }],
])("reads the window size %s", (text, wss) => {
  expect(parseFingerprint(`${text}:64:0:44:.:@Some:1::`)).toMatchObject({ wss, genre: "Some", opt: [] });
});

it("reads wildcards and divisors of options, separated by spaces too", () => {
  expect(parseFingerprint("512:64:0:44:M* W%2 T0:Some:::").opt.map(({ wc }) => wc)).toEqual([
    plain(),
    { wc: "modulo", val: 2 },
    plain(),
  ]);
});

it.each([
  ["S4:64:1:60:N", /has fewer than six fields/],
  ["big:64:1:60:N:A:::", /"big" is not a window size/],
  ["1:x:1:60:N:A:::", /"x" is not a time to live/],
  ["1:64:1:60:N,Q:A:::", /"Q" is no option of TCP/],
  ["1:64:1:60:Mx:A:::", /"x" is not a value of an option/],
])("refuses %s", (line, message) => {
  expect(() => parseFingerprint(line)).toThrow(message);
});
