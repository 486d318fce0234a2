import { attributes, type Infer, readOnly, refine, type Type, u8 } from "@rxnetlink/core/schema";
import { address } from "../values/address.js";
import { bitsOf, membersOf, setFlags, withBits } from "../values/cadt-flags.js";
import { markmask, net16, net32, timeout } from "../values/numbers.js";
import { splitPrefix } from "../values/prefix.js";

/** Settings of a set (`IPSET_ATTR_*` in `IPSET_ATTR_DATA` of sets). */
const createAttributes = attributes("ipset-create-attrs", "IPSET_ATTR_", {
  /** First address of a bitmap; requests also take the whole as a prefix, without `ipTo`. */
  ip: [1, address],
  /** Last address of a bitmap. */
  ipTo: [2, address],
  /** Length of the prefix of `ip`. */
  cidr: [3, u8],
  /** First port of a bitmap. */
  port: [4, net16],
  /** Last port of a bitmap. */
  portTo: [5, net16],
  /** Timeout of elements that are added without one, in seconds; 0 is never. Absent if elements have none. */
  timeout: [6, timeout],
  /** Flags of the set. */
  cadtFlags: [8, setFlags],
  /** Bits of the marks that are compared. */
  markmask: [11, markmask],
  /** Bits of the addresses that are compared; since 6.2. */
  bitmask: [12, address],
  /** Seed of the hash; since 5.10. */
  initval: [17, net32],
  /** Initial size of the hash, a power of two; it grows. 1024 by default. */
  hashsize: [18, net32],
  /** Most elements; 65536 by default. */
  maxelem: [19, net32],
  /** Length of the prefix that addresses are cut to. */
  netmask: [20, u8],
  /** Most elements in a bucket of the hash, from 2 to 12; since 5.10. */
  bucketsize: [21, u8],
  /** Not used by the kernel. */
  resize: [22, u8],
  /** Most members of a list, 8 by default; not enforced since 4.2. */
  size: [23, net32],
  /** Number of elements. Read-only. */
  elements: [24, readOnly(net32)],
  /** Number of rules and lists that refer to the set. Read-only. */
  references: [25, readOnly(net32)],
  /** Memory in bytes. Read-only. */
  memsize: [26, readOnly(net32)],
});

interface CreateAttributes extends Infer<typeof createAttributes> {}

/** Settings of sets of all types; those of one type are {@link SettingsOf}. */
export interface IpSetSettings extends Omit<CreateAttributes, "cidr" | "cadtFlags" | "resize" | "unknown"> {
  /** True if elements count packets and bytes. */
  counters?: boolean;
  /** True if elements may have a comment. */
  comment?: boolean;
  /** True if elements may set the mark, priority and queue of packets. */
  skbinfo?: boolean;
  /**
   * True if a full set makes room for a new element by removing one at random. Linux 6.18 was seen to ignore it, and to report
   * it of no set.
   */
  forceadd?: boolean;
}

function takenApart(settings: IpSetSettings): CreateAttributes {
  const { ip, counters: _1, comment: _2, skbinfo: _3, forceadd: _4, ...rest } = settings;
  const { address, length } = ip === undefined ? {} : splitPrefix(ip);
  const cadtFlags = bitsOf(setFlags.bits, settings);
  return {
    ...(address !== undefined && { ip: address }),
    ...(length !== undefined && { cidr: length }),
    ...rest,
    ...(cadtFlags !== 0 && { cadtFlags }),
  };
}

/** Layout of the settings of a set, with flags as members of their own. */
export const settingsLayout: Type<IpSetSettings> = refine(createAttributes, {
  name: "ipset-settings",
  ...withBits(createAttributes, setFlags.bits, ["cidr", "cadtFlags", "resize"]),
  read(view, at, end, scope) {
    const { cidr: _1, cadtFlags = 0, ...settings } = createAttributes.read(view, at, end, scope);
    return { ...settings, ...membersOf(setFlags.bits, cadtFlags) };
  },
  write: (out, value, scope) => createAttributes.write(out, takenApart(value), scope),
});
