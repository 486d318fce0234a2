import { EncodeError } from "@rxnetlink/core";
import type { NfOsfOpt, NfOsfUserFinger, NfOsfWc } from "./layout.js";

/** Options of TCP by their letter, with their length. */
const OPTIONS: Readonly<Record<string, Pick<NfOsfOpt, "kind" | "length">>> = {
  E: { kind: "eol", length: 1 },
  N: { kind: "nop", length: 1 },
  M: { kind: "mss", length: 4 },
  W: { kind: "wso", length: 3 },
  S: { kind: "sackp", length: 2 },
  T: { kind: "ts", length: 10 },
};

/** Meanings of a number by the letter before it. */
const MEANINGS: Readonly<Record<string, NfOsfWc["wc"]>> = { "%": "modulo", S: "mss", T: "mtu" };

/** Reads a number with its meaning: `8192`, `S4`, `T2`, `%8192`, or `*` for any. */
function numberOf(text: string, what: string): NfOsfWc {
  const [, letter = "", digits] = /^([%ST]?)(\d+|\*?)$/.exec(text) ?? [];
  if (digits === undefined) throw new EncodeError(`${JSON.stringify(text)} is not a ${what}`);
  return { wc: MEANINGS[letter] ?? "plain", val: Number(digits === "*" ? 0 : digits) };
}

function optionOf(text: string): NfOsfOpt {
  const option = OPTIONS[text.charAt(0)];
  if (option === undefined) throw new EncodeError(`${JSON.stringify(text)} is no option of TCP`);
  const hasValue = option.kind === "mss" || option.kind === "wso";
  const wc = hasValue ? numberOf(text.slice(1), "value of an option") : ({ wc: "plain", val: 0 } as const);
  return { ...option, wc };
}

function wholeNumber(text: string, what: string): number {
  if (!/^\d+$/.test(text)) throw new EncodeError(`${JSON.stringify(text)} is not a ${what}`);
  return Number(text);
}

/**
 * Returns the fingerprint in a line of `pf.os`, the list of fingerprints of pf: window size, time to live, flag against
 * fragments, size of the packet, options, system, version, subtype and details, separated by colons.
 *
 * @throws EncodeError if the line is no fingerprint.
 *
 * @example
 * const finger = parseFingerprint("S4:64:1:60:M*,S,T,N,W7:Linux:3.1::Linux 3.1");
 * nf.osf.add$({ finger });
 */
export function parseFingerprint(line: string): NfOsfUserFinger {
  const [window = "", ttl = "", df = "", size = "", options = "", system, version = "", subtype = ""] = line
    .trim()
    .split(":");
  if (system === undefined) throw new EncodeError(`${JSON.stringify(line)} has fewer than six fields`);
  const opt = options === "." ? [] : options.split(/[, ]/).filter(Boolean).map(optionOf);
  return {
    wss: numberOf(window, "window size"),
    ttl: wholeNumber(ttl, "time to live"),
    df: wholeNumber(df, "flag against fragments, 0 or 1"),
    ss: wholeNumber(size, "packet size"),
    mss: 0,
    optNum: opt.length,
    // It marks systems of an approximate match, or of a user's own stack.
    genre: system.replace(/^[@*]/, ""),
    version,
    subtype,
    opt,
  };
}
