import { atPath, EncodeError } from "@rxnetlink/core";
import { refine, type Type } from "@rxnetlink/core/schema";
import { bitsOf, elementFlags, membersOf, withBits } from "../values/cadt-flags.js";
import { prefixText, splitPrefix } from "../values/prefix.js";
import { type AdtAttributes, adtAttributes } from "./attributes.js";

/** Members of elements of all types; those of one type are {@link ElementOf}. */
export interface IpSetElement
  extends Omit<AdtAttributes, "cidr" | "cidr2" | "cadtFlags" | "nameref" | "lineno" | "unknown"> {
  /** True if `iface` is the link below a bridge. */
  physdev?: boolean;
  /** True if `iface` is the beginning of a name; since 5.6. */
  ifaceWildcard?: boolean;
  /** True if the element is an exception: what it holds is not in the set. */
  nomatch?: boolean;
  /** Name of the member set to add it before. A delete or test succeeds only at that place. */
  before?: string;
  /** Name of the member set to add it after. A delete or test succeeds only at that place. */
  after?: string;
}

const { before: BEFORE, ...MARKS } = elementFlags.bits;

/** Returns the attributes of an address that may have a prefix length. */
function split(key: "ip" | "ip2", text: string | undefined) {
  if (text === undefined) return undefined;
  try {
    const { address, length } = splitPrefix(text);
    return { [key]: address, ...(length !== undefined && { [key === "ip" ? "cidr" : "cidr2"]: length }) };
  } catch (error) {
    throw atPath(error, key, EncodeError);
  }
}

/** Returns an element as the kernel takes it apart: lengths of prefixes, flags and places are attributes of their own. */
export function takenApart(element: IpSetElement): AdtAttributes {
  const { ip, ip2, physdev: _1, ifaceWildcard: _2, nomatch: _3, before, after, ...rest } = element;
  if (before !== undefined && after !== undefined)
    throw new EncodeError("conflicts with before: there is one place only").at("after");
  const bits = bitsOf(MARKS, element) | (before === undefined ? 0 : BEFORE);
  const nameref = before ?? after;
  return {
    ...split("ip", ip),
    ...split("ip2", ip2),
    ...rest,
    ...(nameref !== undefined && { nameref }),
    ...(bits !== 0 && { cadtFlags: bits }),
  };
}

/** Returns an element of the attributes that the kernel reports. */
function putTogether(attributes: AdtAttributes): IpSetElement {
  const { cidr, cidr2, cadtFlags, nameref: _1, lineno: _2, ...rest } = attributes;
  const element: IpSetElement = rest;
  if (cidr !== undefined && rest.ip !== undefined) element.ip = prefixText(rest.ip, cidr);
  if (cidr2 !== undefined && rest.ip2 !== undefined) element.ip2 = prefixText(rest.ip2, cidr2);
  return cadtFlags === undefined ? element : Object.assign(element, membersOf(MARKS, cadtFlags));
}

/** Layout of an element, with prefixes as one text and flags as members of their own. */
export const elementLayout: Type<IpSetElement> = refine(adtAttributes, {
  name: "ipset-element",
  ...withBits(adtAttributes, MARKS, ["cidr", "cidr2", "cadtFlags", "nameref", "lineno"]),
  read: (view, at, end, scope) => putTogether(adtAttributes.read(view, at, end, scope)),
  write: (out, value, scope) => adtAttributes.write(out, takenApart(value), scope),
});
