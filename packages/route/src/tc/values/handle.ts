import { EncodeError } from "@rxnetlink/core";

//  handle:  31            16 15             0
//           | major        | minor          |      "1:10": both hexadecimal; "1:" is 1:0

/** `TC_H_ROOT`: the parent of a link's outermost qdisc. */
export const TC_H_ROOT = 0xffff_ffff;
/** `TC_H_INGRESS`: the parent of the qdisc `ingress`. */
export const TC_H_INGRESS = 0xffff_fff1;
/** `TC_H_CLSACT`: the parent of the qdisc `clsact`, which is that of `ingress`. */
export const TC_H_CLSACT = TC_H_INGRESS;
/** `TC_H_MIN_PRIORITY`: the minor number of the first queue that `skb->priority` chooses. */
export const TC_H_MIN_PRIORITY = 0xffe0;
/** The parent of filters for what comes in through `clsact` or `ingress`: `ffff:fff2`. */
export const CLSACT_INGRESS = 0xffff_fff2;
/** The parent of filters for what goes out through `clsact`: `ffff:fff3`. */
export const CLSACT_EGRESS = 0xffff_fff3;

/**
 * `TC_H_MAKE`: a handle from text as tc writes it, `"1:10"`, `"1:"`, `":2"`, `"root"`, `"none"`, `"ingress"`, both
 * numbers being hexadecimal; or of its two numbers.
 *
 * @example
 * handle("1:10") === handle(1, 0x10);
 */
export function handle(text: string): number;
export function handle(major: number, minor?: number): number;
export function handle(major: number | string, minor = 0): number {
  if (typeof major === "string") return parseHandle(major);
  return ((major << 16) | (minor & 0xffff)) >>> 0;
}

/** `TC_H_MAJ`, shifted down: the number before the colon. */
export function majorOf(value: number): number {
  return value >>> 16;
}

/** `TC_H_MIN`: the number behind the colon. */
export function minorOf(value: number): number {
  return value & 0xffff;
}

const NAMES: Readonly<Record<string, number>> = { root: TC_H_ROOT, none: 0, ingress: TC_H_INGRESS };

function part(text: string, whole: string): number {
  if (!/^[0-9a-f]{0,4}$/i.test(text)) throw new EncodeError(`${JSON.stringify(whole)} is not a handle`);
  return Number.parseInt(text || "0", 16);
}

/** Without a colon, in `0x…` or as tc would have it, text is the whole in hexadecimal. */
function parseHandle(text: string): number {
  if (Object.hasOwn(NAMES, text)) return NAMES[text]!;
  const [major, minor, more] = text.split(":");
  if (minor !== undefined && more === undefined) return handle(part(major ?? "", text), part(minor, text));
  if (minor !== undefined || !/^(0x)?[0-9a-f]{1,8}$/i.test(text))
    throw new EncodeError(`${JSON.stringify(text)} is not a handle`);
  return Number.parseInt(text, 16);
}

/** A handle as tc writes it: `"1:10"`, `"1:"`, `"root"`. */
export function formatHandle(value: number): string {
  if (value === TC_H_ROOT) return "root";
  if (value === 0) return "none";
  const major = majorOf(value) === 0 ? "" : majorOf(value).toString(16);
  const minor = minorOf(value) === 0 ? "" : minorOf(value).toString(16);
  return `${major}:${minor}`;
}
