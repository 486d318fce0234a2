import { DecodeError, defineObject, type ObjectOf } from "@rxnetlink/core";
import {
  attributes,
  binary,
  type Infer,
  ifindex,
  ipv6,
  nest,
  pad,
  s32,
  struct,
  type Type,
  type Unknown,
  u8,
  u16,
} from "@rxnetlink/core/schema";
import { addressFamily } from "../common/address-family.js";
import { RTM_NEWNDUSEROPT } from "../common/rtm.js";
import { RTNLGRP_ND_USEROPT } from "../common/rtnlgrp.js";

//  struct nduseroptmsg | options as in the packet, optsLen bytes | attributes

/** Fixed header of neighbour discovery option messages. */
export const nduseroptmsg = struct("nduseroptmsg", {
  /** `"inet6"`. */
  family: addressFamily,
  _: pad(1),
  /** Length of `options`, in bytes; filled in when sent. */
  optsLen: u16,
  /** Index of the link. */
  ifindex: ifindex(s32),
  /** Type of the ICMPv6 message: 134, router advertisement. */
  icmpType: u8,
  /** Code of the ICMPv6 message. */
  icmpCode: u8,
  __: pad(6),
});

/** Attributes of neighbour discovery option messages (`NDUSEROPT_*`). */
export const nduseroptAttributes = attributes("nduseropt-attrs", "NDUSEROPT_", {
  /** Source address of the ICMPv6 message. */
  srcaddr: [1, ipv6],
});

/** Neighbour discovery options for user space to handle, such as the addresses of DNS servers (RDNSS). */
export interface Nduseropt extends Infer<typeof nduseroptmsg>, Infer<typeof nduseroptAttributes>, Unknown {
  /** Options as in the packet: type, length in units of 8 bytes, data. */
  options: Uint8Array;
}

const HEADER = 16;

/** Layout of `RTM_NEWNDUSEROPT`. */
export const nduseroptMessage: Type<Nduseropt> = {
  name: "nduseropt",
  member: (key) =>
    key === "options" ? binary : (nduseroptmsg.member?.(key) ?? nduseroptAttributes.member?.(key)),
  keys: () => [...nduseroptmsg.keys!(), "options", ...nduseroptAttributes.keys!()],
  read(view, at, end) {
    const head = nduseroptmsg.read(view, at, end);
    const stop = at + HEADER + head.optsLen;
    if (stop > end)
      throw new DecodeError(`optsLen is ${head.optsLen}, but only ${end - at - HEADER} bytes are left`);
    const options = binary.read(view, at + HEADER, stop);
    return { ...head, options, ...nduseroptAttributes.read(view, stop, end) };
  },
  write(out, { family, ifindex, icmpType, icmpCode, options, ...rest }) {
    nduseroptmsg.write(out, { family, optsLen: options.length, ifindex, icmpType, icmpCode });
    binary.write(out, options);
    const { optsLen: _, ...attributesOnly } = rest;
    nduseroptAttributes.write(out, attributesOnly);
  },
};

/** Neighbour discovery option messages (`RTM_NEWNDUSEROPT`): notifications only. */
export const nduseroptObject = defineObject({
  name: "nduseropt",
  layout: nest<Nduseropt>(nduseroptMessage),
  types: { new: RTM_NEWNDUSEROPT },
  groups: [RTNLGRP_ND_USEROPT],
  verbs: ["notify"],
  filters: [],
});
/** Verbs of neighbour discovery options: notifications only. */
export interface Nduseropts extends ObjectOf<typeof nduseroptObject> {}
