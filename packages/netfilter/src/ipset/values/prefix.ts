import { EncodeError } from "@rxnetlink/core";

/** An address, and the length of its prefix unless it is a single host. */
export interface Prefix {
  /** Address. */
  readonly address: string;
  /** Length of the prefix. */
  readonly length?: number;
}

const full = (address: string) => (address.includes(":") ? 128 : 32);

/** Returns an address with the length of its prefix as one text; a single host has none. */
export function prefixText(address: string, length: number | undefined): string {
  return length === undefined || length === full(address) ? address : `${address}/${length}`;
}

/** Splits the text of a prefix: `"192.0.2.0/24"`. */
export function splitPrefix(text: string): Prefix {
  const at = typeof text === "string" ? text.indexOf("/") : -1;
  if (at < 0) return { address: text };
  const [address, digits] = [text.slice(0, at), text.slice(at + 1)];
  const length = /^\d{1,3}$/.test(digits) ? Number(digits) : Number.NaN;
  if (length <= full(address)) return { address, length };
  throw new EncodeError(`"${text}" is not a prefix: its length is a number from 0 to ${full(address)}`);
}
