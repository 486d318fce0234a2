import { DecodeError } from "@rxnetlink/core";
import { be32, chars, type Infer, string, struct, type Type, u32 } from "@rxnetlink/core/schema";
import { endOfText, type UeventVariables, ueventVariables } from "./variables.js";

/** A datagram of the kernel. */
export interface UeventMessage {
  /** Action, as in the variable `ACTION`. */
  readonly action: string;
  /** Path of the device below `/sys`, as in the variable `DEVPATH`. */
  readonly devpath: string;
  /** All variables. */
  readonly variables: UeventVariables;
}

const MEMBERS = { action: string, devpath: string, variables: ueventVariables };

/** A datagram of the kernel: `action@devpath`, a NUL and the variables. It has no `nlmsghdr`. */
export const ueventMessage: Type<UeventMessage> = {
  name: "uevent",
  member: (key) => (Object.hasOwn(MEMBERS, key) ? MEMBERS[key as keyof typeof MEMBERS] : undefined),
  keys: () => Object.keys(MEMBERS),
  read(view, at, end) {
    const stop = endOfText(view, at, end);
    const text = string.read(view, at, stop);
    const sign = text.indexOf("@");
    if (sign <= 0 || stop === end) throw new DecodeError(`${JSON.stringify(text)} is no action and path`);
    const variables = ueventVariables.read(view, stop + 1, end);
    return { action: text.slice(0, sign), devpath: text.slice(sign + 1), variables };
  },
  write(out, { action, devpath, variables }) {
    string.write(out, `${action}@${devpath}`);
    ueventVariables.write(out, variables);
  },
};

/** Number by which udev's header is known. */
const UDEV_MONITOR_MAGIC = 0xfeedcafe;
const PREFIX = "libudev";

/** Header of udev's datagrams (`struct monitor_netlink_header` of udev). */
const udevHeader = struct("monitor_netlink_header", {
  /** Always `"libudev"`. */
  prefix: chars(8),
  /** Always {@link UDEV_MONITOR_MAGIC}. */
  magic: be32,
  /** Size of this header, in bytes; 40. */
  headerSize: u32,
  /** Where the properties begin, in bytes from the start of the datagram. */
  propertiesOff: u32,
  /** Size of the properties, in bytes. */
  propertiesLen: u32,
  /** MurmurHash2 of the subsystem, by which socket filters choose. */
  filterSubsystemHash: be32,
  /** MurmurHash2 of the device type; 0 if there is none. */
  filterDevtypeHash: be32,
  /** Upper half of the Bloom filter of the tags. */
  filterTagBloomHi: be32,
  /** Lower half of the Bloom filter of the tags. */
  filterTagBloomLo: be32,
});

const HEADER_SIZE = 40;

/** A datagram of udev. */
export interface UdevMessage {
  /** Header. */
  readonly header: Infer<typeof udevHeader>;
  /** Properties: the kernel's variables, and those of udev's rules. */
  readonly variables: UeventVariables;
}

/** A datagram of udev. Writing it corrects the sizes in the header. */
export const udevMessage: Type<UdevMessage> = {
  name: "udev",
  member: (key) => ({ header: udevHeader, variables: ueventVariables })[key],
  keys: () => ["header", "variables"],
  read(view, at, end) {
    const header = udevHeader.read(view, at, end);
    const { prefix, magic, propertiesOff, propertiesLen } = header;
    if (prefix !== PREFIX || magic !== UDEV_MONITOR_MAGIC) throw new DecodeError("not a message of udev");
    if (propertiesOff < HEADER_SIZE || propertiesOff + propertiesLen > end - at)
      throw new DecodeError(`${end - at} bytes are too short for properties at ${propertiesOff}`);
    const from = at + propertiesOff;
    return { header, variables: ueventVariables.read(view, from, from + propertiesLen) };
  },
  write(out, { header, variables }) {
    const start = out.at;
    udevHeader.write(out, header);
    ueventVariables.write(out, variables);
    const propertiesLen = out.at - start - HEADER_SIZE;
    const properties = out.take(start + HEADER_SIZE);
    out.take(start);
    udevHeader.write(out, { ...header, headerSize: HEADER_SIZE, propertiesOff: HEADER_SIZE, propertiesLen });
    out.append(properties);
  },
};
