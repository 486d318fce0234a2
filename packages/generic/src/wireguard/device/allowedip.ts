import { EncodeError } from "@rxnetlink/core";
import {
  attributes,
  flags,
  type Infer,
  ip,
  nest,
  parseIp,
  type Type,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { AF_INET, AF_INET6 } from "./address-family.js";

/** Flags of an allowed IP in a request (`WGALLOWEDIP_F_*`). */
export const allowedipFlags = flags("WGALLOWEDIP_F_", u32, {
  /** Removes it from the peer; since 6.16. */
  removeMe: 0x1,
});

/** Attributes of an allowed IP (`WGALLOWEDIP_A_*`). */
export const allowedipAttributes = attributes("wgallowedip", "WGALLOWEDIP_A_", {
  /** Address family. */
  family: [1, u16],
  /** Address. */
  ipaddr: [2, ip],
  /** Length of the prefix. */
  cidrMask: [3, u8],
  /** Flags of a request. */
  flags: [4, allowedipFlags],
});
/** Parts of an allowed IP. */
interface Parts extends Infer<typeof allowedipAttributes> {}
const parts = nest<Parts>(allowedipAttributes);

const TEXT = /^(-?)([^/\s]+)(?:\/(\d{1,3}))?$/;

/** Returns the parts of a text: `"192.0.2.0/24"`, `"2001:db8::1"`, and `"-192.0.2.0/24"` to remove. */
function partsOf(text: string): Parts {
  const [, minus, address = "", digits] = TEXT.exec(typeof text === "string" ? text : "") ?? [];
  const bytes = parseIp(address);
  const most = (bytes?.length ?? 0) * 8;
  const length = digits === undefined ? most : Number(digits);
  if (bytes === undefined || length > most)
    throw new EncodeError("is not an IP address with the length of its prefix", {
      hint: "write 192.0.2.0/24 or 2001:db8::/32, with - in front to remove it",
    });
  return {
    cidrMask: length,
    family: most === 32 ? AF_INET : AF_INET6,
    ipaddr: address,
    ...(minus === "-" && { flags: allowedipFlags.bits.removeMe }),
  };
}

const textOf = ({ ipaddr = "", cidrMask = 0, flags: asked = 0 }: Parts) =>
  `${allowedipFlags.has(asked, "removeMe") ? "-" : ""}${ipaddr}/${cidrMask}`;

/**
 * An allowed IP as text: `"192.0.2.0/24"`, `"2001:db8::/32"`. In requests `"-192.0.2.0/24"` removes it from the peer (since
 * 6.16).
 */
export const allowedip: Type<string> = {
  name: parts.name,
  nested: true,
  read: (view, at, end, scope) => textOf(parts.read(view, at, end, scope)),
  write: (out, value, scope) => parts.write(out, partsOf(value), scope),
};

/**
 * Returns an allowed IP as the kernel reports it: with the length of its prefix, and no bits beyond.
 *
 * @throws EncodeError if it is none.
 */
export function canonicalAllowedip(text: string): string {
  const { cidrMask = 0, ipaddr = "", ...rest } = partsOf(text);
  const bytes = parseIp(ipaddr)!;
  for (const index of bytes.keys()) bytes[index]! &= 0xff00 >> Math.min(8, Math.max(0, cidrMask - index * 8));
  const address = ip.read(new DataView(bytes.buffer), 0, bytes.length);
  return textOf({ ...rest, cidrMask, ipaddr: address });
}
