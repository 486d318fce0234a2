// What is sent, over a transport whose other end is a script.

import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { acquireMessage, templateOf, type XfrmAcquire } from "#src/events/acquire.js";
import { answerToAcquire } from "#src/events/answer.js";
import { xfrmSecret } from "#src/key/xfrm-secret.js";
import { algo, algoAead } from "#src/state/algorithms.js";
import { getStateMessage } from "#src/state/id.js";
import { xfrmReplayStateEsn } from "#src/state/replay.js";
import { decoded, encoded, requested } from "./support/codec.js";

const template = (proto: "esp" | "ah", daddr: string) => ({
  ...{ daddr, saddr: "2001:db8::", spi: 0, proto, family: "inet6" as const, reqid: 7 },
  ...{ mode: "tunnel" as const, share: "any" as const, optional: 0, aalgos: 1, ealgos: 1, calgos: 1 },
});

/** An acquisition over IPv6, by addresses that would pass for IPv4. */
const acquire = {
  ...{ daddr: "2001:db8::", saddr: "2001:db9::", proto: "ah", spi: 0, seq: 5 },
  sel: { daddr: "10.0.0.1", saddr: "10.0.0.2", family: "inet", prefixlenD: 32, prefixlenS: 32 },
  tmpl: [template("esp", "2001:dba::"), template("ah", "2001:dbb::"), template("ah", "2001:db8::")],
  mark: { v: 1, m: 1 },
  ifId: 9,
} as unknown as XfrmAcquire;

describe("an acquisition", () => {
  test("is read by the family of its template", () => {
    expect(decoded(acquireMessage, encoded(acquireMessage, acquire))).toMatchObject({
      ...{ daddr: "2001:db8::", saddr: "2001:db9::", sel: { daddr: "10.0.0.1" } },
    });
  });

  test("is about the template with its protocol and destination", () => {
    expect(templateOf(acquire)).toMatchObject({ proto: "ah", daddr: "2001:db8::" });
  });

  test("is answered by a state of its number", () => {
    expect(answerToAcquire(acquire)).toEqual({
      ...{ daddr: "2001:db8::", saddr: "2001:db9::", proto: "ah", family: "inet6", seq: 5 },
      ...{ mode: "tunnel", reqid: 7, mark: { v: 1, m: 1 }, ifId: 9 },
    });
  });
});

describe("a list of states", () => {
  test("has no header, but attributes", () => {
    expect(requested(getStateMessage, {})).toHaveLength(0);
    expect(requested(getStateMessage, { proto: "ah" })).toEqual(Uint8Array.of(5, 0, 25, 0, 51, 0, 0, 0));
    const filter = { addressFilter: { daddr: "10.0.0.0", dplen: 8 } };
    expect(requested(getStateMessage, filter)).toHaveLength(40);
  });

  test("is told from a request for one state by its destination", () => {
    expect(requested(getStateMessage, { daddr: "10.0.0.1", spi: 1, proto: "esp" })).toHaveLength(24);
  });
});

describe("keys", () => {
  const name = "cbc(aes)";

  test("say their length in bits", () => {
    const bytes = requested(algo, { name, key: xfrmSecret("0x00ff00ff") });
    expect(decoded(algo, bytes)).toEqual({ name, keyLen: 32, key: xfrmSecret("00ff00ff") });
  });

  test("that the kernel hides are absent, and cannot be sent back by accident", () => {
    const hidden = encoded(algoAead, { name, keyLen: 160, icvLen: 128, key: new Uint8Array(20) });
    const read = decoded(algoAead, hidden);
    expect(read).toEqual({ name, keyLen: 160, icvLen: 128 });
    expect(encoded(algoAead, read)).toEqual(hidden);
    expect(() => requested(algoAead, read)).toThrow("key: is missing");
  });

  test("of another length than they say are refused", () => {
    expect(() => requested(algo, { name, keyLen: 128, key: new Uint8Array(4) })).toThrow(
      "keyLen: 128 bits, but the key has 4 bytes",
    );
  });

  test("are no part of what is printed", () => {
    const read = decoded(algo, requested(algo, { name, key: Buffer.from("cafebabe", "hex") }));
    expect(inspect(read, { depth: 9 })).not.toMatch(/cafe|202/);
    expect(() => xfrmSecret("cafebabe!")).toThrow(/^(?!.*cafe)/);
  });
});

describe("a replay window", () => {
  test("has the bitmap that it needs", () => {
    const bytes = requested(xfrmReplayStateEsn, { replayWindow: 100 });
    expect(decoded(xfrmReplayStateEsn, bytes)).toMatchObject({
      ...{ bmpLen: 4, replayWindow: 100, bmp: [0, 0, 0, 0] },
    });
  });
});
