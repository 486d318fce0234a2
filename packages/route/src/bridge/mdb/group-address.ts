import { DecodeError, EncodeError } from "@rxnetlink/core";
import { ipv4, ipv6, mac, parseIp, type Sized } from "@rxnetlink/core/schema";

//  br_mdb_entry.addr:   | union of in_addr, in6_addr, MAC: 16 bytes | proto: be16 | 2 bytes of padding |

const ETH_P_IP = 0x0800;
const ETH_P_IPV6 = 0x86dd;
const SIZE = 20;

/** Multicast group: an IPv4, IPv6 or MAC address, followed by the protocol number that selects the type. */
export const groupAddress: Sized<string> = {
  name: "group",
  size: SIZE,
  read(view, at, end) {
    if (end - at < SIZE) throw new DecodeError(`${end - at} bytes are too short for a group`);
    const proto = view.getUint16(at + 16);
    if (proto === ETH_P_IP) return ipv4.read(view, at, end);
    return (proto === ETH_P_IPV6 ? ipv6 : mac).read(view, at, end);
  },
  write(out, value) {
    const address = parseIp(value);
    const proto = address === undefined ? 0 : address.length === 4 ? ETH_P_IP : ETH_P_IPV6;
    const start = out.at;
    if (address === undefined) mac.write(out, value);
    else out.append(address);
    out.zero(start + SIZE - out.at);
    if (out.at !== start + SIZE) throw new EncodeError("is not a multicast group");
    out.view.setUint16(start + 16, proto);
  },
};
