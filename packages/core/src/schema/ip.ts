import { DecodeError, EncodeError } from "../errors.js";
import { describe } from "./scalar.js";
import type { Sized, Type } from "./type.js";

/**
 * The texts of two octets, as they come: most addresses share the first ones, and joining two is ten times faster. Of
 * full length, since V8 makes a dictionary of an array that is filled here and there.
 */
const FIRST_HALVES = new Array<string | undefined>(1 << 16);
const LAST_HALVES = new Array<string | undefined>(1 << 16);

function readIpv4(view: DataView, at: number): string {
  const first = view.getUint16(at);
  const last = view.getUint16(at + 2);
  FIRST_HALVES[first] ??= `${first >> 8}.${first & 255}.`;
  LAST_HALVES[last] ??= `${last >> 8}.${last & 255}`;
  return FIRST_HALVES[first] + LAST_HALVES[last];
}

/** The texts of words in hexadecimal, as they come; of full length as above. */
const WORDS = new Array<string | undefined>(1 << 16);

/** The longest run of two or more zero words, which `::` stands for (RFC 5952); the first of equal ones. */
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
  // Mapped and compatible IPv4 addresses are written with dots, as inet_ntop() does.
  const mapped = start === 0 && length === 5 && view.getUint16(at + 10) === 0xffff;
  if (mapped || (start === 0 && length === 6)) return `::${mapped ? "ffff:" : ""}${readIpv4(view, at + 12)}`;
  let text = start === 0 ? "::" : "";
  for (let i = start === 0 ? length : 0; i < 8; i++) {
    const word = view.getUint16(at + 2 * i);
    WORDS[word] ??= word.toString(16);
    text += WORDS[word];
    if (i + 1 === start) {
      text += "::";
      i += length;
    } else if (i < 7) text += ":";
  }
  return text;
}

/** Four decimal octets; a leading zero is refused, as by inet_pton(), since some read it as octal. */
function parseIpv4(text: string): number[] | undefined {
  const octets: number[] = [];
  let octet = -1;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit === -2 && octet >= 0) {
      octets.push(octet);
      octet = -1;
    } else if (digit >= 0 && digit <= 9 && octet !== 0 && octet < 26)
      octet = octet < 0 ? digit : octet * 10 + digit;
    else return undefined;
  }
  octets.push(octet);
  return octets.length === 4 && octets.every((one) => one >= 0 && one < 256) ? octets : undefined;
}

/** The bytes of colon-separated hexadecimal words, of which the last of the address may be an IPv4 address. */
function parseWords(text: string, dotted: boolean): number[] | undefined {
  if (text === "") return [];
  const out: number[] = [];
  const words = text.split(":");
  for (const [i, word] of words.entries()) {
    const tail = dotted && i === words.length - 1 ? parseIpv4(word) : undefined;
    if (tail !== undefined) out.push(...tail);
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
 * The 4 or 16 bytes of an address in text.
 *
 * @returns `undefined` where the text is neither an IPv4 nor an IPv6 address.
 */
export function parseIp(text: string): Uint8Array | undefined {
  if (typeof text !== "string") return undefined;
  const parsed = text.includes(":") ? parseIpv6(text) : parseIpv4(text);
  return parsed && Uint8Array.from(parsed);
}

function address(name: string, sizes: readonly number[], size?: number): Type<string> {
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
      const parsed = parseIp(value);
      if (parsed === undefined || !sizes.includes(parsed.length))
        throw new EncodeError(`${describe(value)} is not an ${name} address`);
      out.append(parsed);
    },
  };
}

/** An IPv4 address, `"192.0.2.1"`. */
export const ipv4 = address("ipv4", [4], 4) as Sized<string>;
/** An IPv6 address in the form of RFC 5952, `"2001:db8::1"`. */
export const ipv6 = address("ipv6", [16], 16) as Sized<string>;
/** An IPv4 or IPv6 address, told apart by the length of the payload. */
export const ip = address("ip", [4, 16]);
