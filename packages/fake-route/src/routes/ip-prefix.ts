import { ip, parseIp } from "@rxnetlink/core";

const BITS = 8;

function bytesOf(address: string): Uint8Array {
  return parseIp(address) ?? new Uint8Array(4);
}

function textOf(bytes: Uint8Array): string {
  return ip.read(new DataView(bytes.buffer, bytes.byteOffset), 0, bytes.length);
}

/** The mask of one byte of a prefix. */
function maskAt(length: number, i: number): number {
  const bits = Math.min(Math.max(length - i * BITS, 0), BITS);
  return (0xff << (BITS - bits)) & 0xff;
}

/** An address with the bits behind the prefix cleared. */
export function masked(address: string, length: number): string {
  return textOf(bytesOf(address).map((byte, i) => byte & maskAt(length, i)));
}

/** The last address of a prefix. */
export function lastOf(address: string, length: number): string {
  return textOf(bytesOf(address).map((byte, i) => byte | (~maskAt(length, i) & 0xff)));
}

/** Whether an address is in a prefix. */
export function covers(prefix: string, length: number, address: string): boolean {
  const [a, b] = [bytesOf(prefix), bytesOf(address)];
  return a.length === b.length && a.every((byte, i) => ((byte ^ (b[i] ?? 0)) & maskAt(length, i)) === 0);
}

/** Whether an IPv6 address is good on its link alone. */
export const isLinkLocal = (address: string): boolean => /^fe[89ab]/.test(address);

/** Length of the address of a single host of a family. */
export const HOST = { inet: 32, inet6: 128 } as const;

/** The address whose bits are all zero. */
export const ANY = { inet: "0.0.0.0", inet6: "::" } as const;

/** The families that the fake kernel knows. */
export type IpFamily = keyof typeof HOST;
