import { EncodeError } from "@rxnetlink/core";
import { ipv4, ipv6, mac, parseIp } from "@rxnetlink/core/schema";
import { fromBytes, toBytes } from "./bytes.js";
import { type DataType, unusable } from "./data-type.js";
import { type Interval, prefixed, single } from "./interval.js";

/** Declares addresses of so many bits, alone or with a prefix: `"192.0.2.0/24"`. */
function address(name: string, id: number, bits: 32 | 128): DataType<string> {
  const layout = bits === 32 ? ipv4 : ipv6;
  const shape = { name, id, bits, order: "network" } as const;
  return {
    ...shape,
    parse(value): Interval {
      const [text, length, more] = typeof value === "string" ? value.split("/") : [];
      const bytes = text === undefined ? undefined : parseIp(text);
      if (bytes?.length !== bits / 8 || more !== undefined) throw unusable(shape, value);
      const number = fromBytes(bytes, "network");
      if (length === undefined) return single(number);
      if (!/^\d+$/.test(length) || Number(length) > bits)
        throw new EncodeError(`the prefix of ${value} is longer than ${bits} bits`);
      return prefixed(number, Number(length), bits);
    },
    print: (value) => {
      const bytes = toBytes(value, bits / 8, "network");
      return layout.read(new DataView(bytes.buffer), 0, bytes.length);
    },
  };
}

/** IPv4 addresses, `"192.0.2.1"`, and prefixes, `"192.0.2.0/24"`. */
export const ipv4Addr = address("ipv4_addr", 7, 32);
/** IPv6 addresses, `"2001:db8::1"`, and prefixes. */
export const ipv6Addr = address("ipv6_addr", 8, 128);

const ETHER = { name: "ether_addr", id: 9, bits: 48, order: "network" } as const;

/** MAC addresses, `"00:11:22:33:44:55"`. */
export const etherAddr: DataType<string> = {
  ...ETHER,
  parse(value) {
    if (typeof value !== "string" || !/^[0-9a-f]{1,2}(:[0-9a-f]{1,2}){5}$/i.test(value))
      throw unusable(ETHER, value);
    return single(
      fromBytes(
        Uint8Array.from(value.split(":"), (part) => Number.parseInt(part, 16)),
        "network",
      ),
    );
  },
  print: (value) => mac.read(new DataView(toBytes(value, 6, "network").buffer), 0, 6),
};
