import { EncodeError } from "@rxnetlink/core";

//  handle:  31            16 15             0
//           | major        | minor          |      "1:10": both hexadecimal; "1:" is 1:0

/** `TC_H_ROOT`: parent of a link's root qdisc. */
export const TC_H_ROOT = 0xffff_ffff;
/** `TC_H_INGRESS`: parent of the qdisc `ingress`. */
export const TC_H_INGRESS = 0xffff_fff1;
/** `TC_H_CLSACT`: parent of the qdisc `clsact`, the same as that of `ingress`. */
export const TC_H_CLSACT = TC_H_INGRESS;
/** `TC_H_MIN_PRIORITY`: minor number of the first queue selected by `skb->priority`. */
export const TC_H_MIN_PRIORITY = 0xffe0;
/** Parent of filters for incoming packets of `clsact` or `ingress`: `ffff:fff2`. */
export const CLSACT_INGRESS = 0xffff_fff2;
/** Parent of filters for outgoing packets of `clsact`: `ffff:fff3`. */
export const CLSACT_EGRESS = 0xffff_fff3;

/**
 * Returns a handle (`TC_H_MAKE`) from text as tc writes it, `"1:10"`, `"1:"`, `":2"`, `"root"`, `"none"`,
 * `"ingress"`, with both numbers hexadecimal, or from its two numbers.
 *
 * @example
 * handle("1:10") === handle(1, 0x10);
 *
 * @throws EncodeError if the text is not a handle.
 */
export function handle(text: string): number;
export function handle(major: number, minor?: number): number;
export function handle(major: number | string, minor = 0): number {
  if (typeof major === "string") return parseHandle(major);
  return ((major << 16) | (minor & 0xffff)) >>> 0;
}

/** Returns the major number of a handle, before the colon (`TC_H_MAJ`, shifted down). */
export function majorOf(value: number): number {
  return value >>> 16;
}

/** Returns the minor number of a handle, after the colon (`TC_H_MIN`). */
export function minorOf(value: number): number {
  return value & 0xffff;
}

const NAMES: Readonly<Record<string, number>> = { root: TC_H_ROOT, none: 0, ingress: TC_H_INGRESS };

function parseHalf(text: string, whole: string): number {
  if (!/^[0-9a-f]{0,4}$/i.test(text)) throw new EncodeError(`${JSON.stringify(whole)} is not a handle`);
  return Number.parseInt(text || "0", 16);
}

/** Parses a handle; text without a colon, with or without `0x`, is the whole in hexadecimal, as in tc. */
function parseHandle(text: string): number {
  if (Object.hasOwn(NAMES, text)) return NAMES[text]!;
  const [major, minor, more] = text.split(":");
  if (minor !== undefined && more === undefined)
    return handle(parseHalf(major ?? "", text), parseHalf(minor, text));
  if (minor !== undefined || !/^(0x)?[0-9a-f]{1,8}$/i.test(text))
    throw new EncodeError(`${JSON.stringify(text)} is not a handle`);
  return Number.parseInt(text, 16);
}

/** Returns a handle as tc writes it: `"1:10"`, `"1:"`, `"root"`. */
export function formatHandle(value: number): string {
  if (value === TC_H_ROOT) return "root";
  if (value === 0) return "none";
  const major = majorOf(value) === 0 ? "" : majorOf(value).toString(16);
  const minor = minorOf(value) === 0 ? "" : minorOf(value).toString(16);
  return `${major}:${minor}`;
}
