import { DecodeError, EncodeError } from "@rxnetlink/core";
import { attributes, inNetByteOrder, ipv4, ipv6, parseIp, refine, type Type } from "@rxnetlink/core/schema";
import { splitPrefix } from "./prefix.js";

/** An address as the kernel nests it (`IPSET_ATTR_IPADDR_*`). */
export const ipaddrAttributes = attributes("ipset-ipaddr-attrs", "IPSET_ATTR_IPADDR_", {
  /** IPv4 address. */
  ipv4: [1, inNetByteOrder(ipv4)],
  /** IPv6 address. */
  ipv6: [2, inNetByteOrder(ipv6)],
});

/** An IPv4 or IPv6 address, in a nest of its own. */
export const address: Type<string> = {
  name: "ipset-ipaddr",
  nested: true,
  read(view, at, end, scope) {
    const { ipv4, ipv6 } = ipaddrAttributes.read(view, at, end, scope);
    const given = ipv4 ?? ipv6;
    if (given === undefined) throw new DecodeError("holds neither an IPv4 nor an IPv6 address");
    return given;
  },
  write(out, value, scope) {
    const bytes = parseIp(value);
    if (bytes === undefined) throw new EncodeError(`${String(value)} is not an IP address`);
    ipaddrAttributes.write(out, { [bytes.length === 16 ? "ipv6" : "ipv4"]: value }, scope);
  },
};

/** An address, or the text of a prefix, whose length is an attribute of its own. */
export const network = refine(address, {
  write: (out, value, scope) => address.write(out, splitPrefix(value).address, scope),
});
