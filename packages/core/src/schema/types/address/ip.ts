import { DecodeError, EncodeError } from "../../../errors/errors.js";
import { describe } from "../../../values/describe.js";
import { sibling } from "../../scope.js";
import type { Sized, Type } from "../../type.js";

/**
 * Returns a function that creates the text of each 16-bit word only once: most addresses share them, and joining two
 * is ten times faster. The array has its full length, since V8 turns a sparse one into a dictionary; it is created on
 * first use, since not every thread reads addresses.
 */
function textsOf(text: (word: number) => string): (word: number) => string {
  let known: (string | undefined)[] | undefined;
  return (word) => {
    known ??= new Array<string | undefined>(1 << 16);
    known[word] ??= text(word);
    return known[word];
  };
}

const firstOctets = textsOf((word) => `${word >> 8}.${word & 255}.`);
const lastOctets = textsOf((word) => `${word >> 8}.${word & 255}`);
const hexadecimal = textsOf((word) => word.toString(16));

const readIpv4 = (view: DataView, at: number): string =>
  firstOctets(view.getUint16(at)) + lastOctets(view.getUint16(at + 2));

/** Finds the longest run of two or more zero words, which `::` stands for (RFC 5952); of equal ones the first. */
function longestZeros(view: DataView, at: number): { start: number; length: number } {
  let [start, length] = [-1, 1];
  for (let from = 0, to = 0; to < 8; from = ++to) {
    while (to < 8 && view.getUint16(at + 2 * to) === 0) to++;
    if (to - from > length) [start, length] = [from, to - from];
  }
  return { start, length };
}

function readIpv6(view: DataView, at: number): string {
  const { start, length } = longestZeros(view, at);
  // Mapped and compatible IPv4 addresses are written with dots, as by inet_ntop().
  const mapped = start === 0 && length === 5 && view.getUint16(at + 10) === 0xffff;
  if (mapped || (start === 0 && length === 6)) return `::${mapped ? "ffff:" : ""}${readIpv4(view, at + 12)}`;
  let text = start === 0 ? "::" : "";
  for (let i = start === 0 ? length : 0; i < 8; i++) {
    text += hexadecimal(view.getUint16(at + 2 * i));
    if (i + 1 === start) {
      text += "::";
      i += length;
    } else if (i < 7) text += ":";
  }
  return text;
}

/**
 * Parses four decimal octets as one number; rejects leading zeros, as inet_pton() does, since some read them as
 * octal.
 */
function parseIpv4(text: string): number | undefined {
  let [address, dots, octet] = [0, 0, -1];
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit === -2 && octet >= 0) {
      address = address * 256 + octet;
      dots++;
      octet = -1;
    } else if (digit >= 0 && digit <= 9 && octet !== 0 && octet < 26)
      octet = octet < 0 ? digit : octet * 10 + digit;
    else return undefined;
    if (octet > 255) return undefined;
  }
  return dots === 3 && octet >= 0 ? address * 256 + octet : undefined;
}

const bytesOf = (address: number) => [24, 16, 8, 0].map((shift) => (address >>> shift) & 255);

/** Parses colon-separated hexadecimal words; the end of the address may be an IPv4 address. */
function parseWords(text: string, dotted: boolean): number[] | undefined {
  if (text === "") return [];
  const out: number[] = [];
  const words = text.split(":");
  for (const [i, word] of words.entries()) {
    const tail = dotted && i === words.length - 1 ? parseIpv4(word) : undefined;
    if (tail !== undefined) out.push(...bytesOf(tail));
    else if (/^[0-9a-f]{1,4}$/i.test(word))
      out.push(Number.parseInt(word, 16) >> 8, Number.parseInt(word, 16) & 0xff);
    else return undefined;
  }
  return out;
}

function parseIpv6(text: string): number[] | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const head = parseWords(halves[0] ?? "", halves.length === 1);
  const tail = parseWords(halves[1] ?? "", true);
  if (head === undefined || tail === undefined) return undefined;
  const gap = 16 - head.length - tail.length;
  if (halves.length === 1 ? gap !== 0 : gap < 2) return undefined;
  return [...head, ...new Array<number>(gap).fill(0), ...tail];
}

/**
 * Parses an address into its 4 or 16 bytes.
 *
 * @returns `undefined` if the text is neither an IPv4 nor an IPv6 address.
 */
export function parseIp(text: string): Uint8Array | undefined {
  if (typeof text !== "string") return undefined;
  const address = parseIpv4(text);
  const parsed = address === undefined ? parseIpv6(text) : bytesOf(address);
  return parsed && Uint8Array.from(parsed);
}

function address(name: string, size?: 4 | 16): Type<string> {
  return {
    name,
    size,
    read(view, at, end) {
      const length = size ?? end - at;
      if ((length !== 4 && length !== 16) || end - at < length)
        throw new DecodeError(`${end - at} bytes are not an ${name} address`);
      return length === 4 ? readIpv4(view, at) : readIpv6(view, at);
    },
    write(out, value) {
      const text = typeof value === "string" ? value : "";
      const ipv4 = size === 16 ? undefined : parseIpv4(text);
      if (ipv4 !== undefined) {
        const at = out.room(4);
        return out.view.setUint32(at, ipv4);
      }
      const ipv6 = size === 4 ? undefined : parseIpv6(text);
      if (ipv6 === undefined) throw new EncodeError(`${describe(value)} is not an ${name} address`);
      out.append(Uint8Array.from(ipv6));
    },
  };
}

/** An IPv4 address, `"192.0.2.1"`. */
export const ipv4 = address("ipv4", 4) as Sized<string>;
/** An IPv6 address in the form of RFC 5952, `"2001:db8::1"`. */
export const ipv6 = address("ipv6", 16) as Sized<string>;
/** An IPv4 or IPv6 address, depending on the length of the payload. */
export const ip = address("ip");

/**
 * Declares an IP address whose width is selected by a sibling in its set or around it, such as the family of the
 * message: the kernel would take the first 4 bytes of an IPv6 address as an IPv4 address. Without the sibling, the
 * address itself decides.
 *
 * @example
 * gateway: [5, ipBy("family", { inet: ipv4, inet6: ipv6 })],
 */
export function ipBy(selector: string, types: Readonly<Record<string | number, Type<string>>>): Type<string> {
  return {
    ...ip,
    write(out, value, scope) {
      const wanted = sibling(selector, scope) as string | number | undefined;
      const type = wanted === undefined ? ip : (types[wanted] ?? ip);
      try {
        type.write(out, value, scope);
      } catch (error) {
        if (type === ip || typeof value !== "string" || parseIp(value) === undefined) throw error;
        throw new EncodeError(
          `${describe(value)} is not an ${type.name} address, but ${selector} is ${wanted}`,
        );
      }
    },
  };
}
