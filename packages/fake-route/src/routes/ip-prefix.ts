import { ip, parseIp } from "@rxnetlink/core/schema";

const BITS = 8;

function bytesOf(address: string): Uint8Array {
  return parseIp(address) ?? new Uint8Array(4);
}

function textOf(bytes: Uint8Array): string {
  return ip.read(new DataView(bytes.buffer, bytes.byteOffset), 0, bytes.length);
}

/** Returns the mask of one byte of a prefix. */
function maskAt(length: number, i: number): number {
  const bits = Math.min(Math.max(length - i * BITS, 0), BITS);
  return (0xff << (BITS - bits)) & 0xff;
}

/** Clears the bits of an address after its prefix. */
export function masked(address: string, length: number): string {
  return textOf(bytesOf(address).map((byte, i) => byte & maskAt(length, i)));
}

/** Returns the last address of a prefix. */
export function lastOf(address: string, length: number): string {
  return textOf(bytesOf(address).map((byte, i) => byte | (~maskAt(length, i) & 0xff)));
}

/** True if a prefix contains an address. */
export function covers(prefix: string, length: number, address: string): boolean {
  const [a, b] = [bytesOf(prefix), bytesOf(address)];
  return a.length === b.length && a.every((byte, i) => ((byte ^ (b[i] ?? 0)) & maskAt(length, i)) === 0);
}

/** True for an IPv6 link-local address. */
export const isLinkLocal = (address: string): boolean => /^fe[89ab]/.test(address);

/** Prefix length of a single host, by family. */
export const HOST = { inet: 32, inet6: 128 } as const;

/** The unspecified address, by family. */
export const ANY = { inet: "0.0.0.0", inet6: "::" } as const;

/** The address families of the fake kernel. */
export type IpFamily = keyof typeof HOST;
