import { ArgumentError } from "@rxnetlink/core";
import { prefixed, type Scope, type Type, Writer } from "@rxnetlink/core/schema";
import { familyOf, ip } from "./address-family.js";

/** Returns what a prefix of length 0 matches: all addresses of a family, since the kernel reports no address for it. */
function everything(address: string | undefined, beside: Scope): Record<string, unknown> {
  if (address === undefined) return {};
  // An address of another family than that of the message is an error.
  ip.write(new Writer(16), address, beside);
  const { family = familyOf(address) } = beside.value;
  return { family };
}

/** Declares the address of a prefix whose length is in another member; the address is absent if the length is 0. */
export const prefix = <T>(address: Type<T>, length: "dstLen" | "srcLen"): Type<T> =>
  prefixed(address, length, everything);

/** A route or a rule, whose destination and source are prefixes. */
export interface WithPrefixes {
  /** Family of a prefix of length 0, which has no address. */
  readonly family?: string | number;
  /** Destination. */
  readonly dst?: string;
  /** Prefix length of the destination, in bits. */
  readonly dstLen: number;
  /** Source. */
  readonly src?: string;
  /** Prefix length of the source, in bits. */
  readonly srcLen: number;
}

/** An address with a prefix length, or an address label. */
export interface WithPrefixlen {
  /** Address of this host. */
  readonly local?: string;
  /** Address of the peer, or the address itself. */
  readonly address?: string;
  /** Prefix length, in bits. */
  readonly prefixlen: number;
}

/** A prefix announced by a router. */
export interface WithLen {
  /** Address of the prefix. */
  readonly address?: string;
  /** Prefix length, in bits. */
  readonly len: number;
}

const IPV6 = new Set<unknown>(["inet6", "ip6mr"]);

/** Returns an address with its prefix length as text, or `undefined` if there is neither. */
function textOf(
  address: string | undefined,
  length: number | undefined,
  family: unknown,
): string | undefined {
  if (address === undefined && length === 0) return IPV6.has(family) ? "::/0" : "0.0.0.0/0";
  // MPLS labels and addresses of some other families have no prefix length.
  const bare = address === undefined || length === undefined || !/[.:]/.test(address);
  return bare ? address : `${address}/${length}`;
}

/**
 * Returns a prefix as one string, in the notation of requests and matches: `"198.51.100.0/24"`. The default route is
 * `"0.0.0.0/0"` or `"::/0"`, as is a rule's destination or source that matches every address. Destinations of families
 * without prefixes, such as MPLS, are returned as they are.
 *
 * @param member - `"dst"` by default for routes and rules; for addresses `"local"` by default, or `"address"` if the
 * kernel reports no `local`.
 * @throws ArgumentError if the value has no such address.
 *
 * @example
 * nl.route.list$({ family: "inet" }).pipe(map((route) => prefixOf(route)));
 */
export function prefixOf(value: WithPrefixes, member?: "dst" | "src"): string;
export function prefixOf(value: WithPrefixlen | WithLen, member?: "local" | "address"): string;
export function prefixOf(
  value: Partial<WithPrefixes & WithPrefixlen & WithLen>,
  member?: "dst" | "src" | "local" | "address",
): string {
  const { dst, src, local, address, family } = value;
  const own = value.prefixlen ?? value.len;
  const texts = {
    dst: () => textOf(dst, value.dstLen, family),
    src: () => textOf(src, value.srcLen, family),
    local: () => textOf(local, own, family),
    address: () => textOf(address, own, family),
  };
  const wanted = member ?? (own === undefined ? "dst" : local === undefined ? "address" : "local");
  const text = texts[wanted]();
  if (text === undefined) throw new ArgumentError("prefixOf", wanted, "is not an address with a prefix");
  return text;
}
