import {
  attributes,
  binary,
  enumeration,
  type FormatsOf,
  flag,
  type Infer,
  message,
  nest,
  nestedArray,
  refine,
  type SubMessage,
  s32,
  string,
  subMessage,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../family/genlmsghdr.js";

/** Types of options (`NLA_*`, the kernel's own numbers of types of attributes). */
export const teamOptionType = enumeration("NLA_", u8, {
  u32: 3,
  string: 5,
  /** True or false. */
  flag: 6,
  /** Bytes. */
  binary: 11,
  s32: 14,
});

const formats = { u32, string, flag, binary, s32 };
/** A value under the name of its type; a flag is true if it is there. Unlike others, it is not marked as nested. */
const optionData = refine<FormatsOf<typeof formats>>(subMessage("type", formats), {
  nested: undefined,
}) as SubMessage<"type", typeof formats>;

const optionAttributes = attributes("attr-option", "TEAM_ATTR_OPTION_", {
  /** Name: `"mode"`. */
  name: [1, string],
  /** Set if it changed. */
  changed: [2, flag],
  /** Type of its value. */
  type: [3, teamOptionType],
  /** The value under the name of its type; absent for a flag that is not set. */
  data: [4, optionData],
  /** Set if it is gone. */
  removed: [5, flag],
  /** Index of the port, if each has its own. */
  portIfindex: [6, u32],
  /** Number of the element, if it is an array. */
  arrayIndex: [7, u32],
});
/** An option of a team, or of one of its ports. */
export interface TeamOption extends Infer<typeof optionAttributes> {}

const portAttributes = attributes("attr-port", "TEAM_ATTR_PORT_", {
  /** Index of the link. */
  ifindex: [1, u32],
  /** Set if it changed. */
  changed: [2, flag],
  /** Set if it works. */
  linkup: [3, flag],
  /** Speed in Mbit/s. */
  speed: [4, u32],
  /** 1 if it sends and receives at once. */
  duplex: [5, u8],
  /** Set if it is gone. */
  removed: [6, flag],
});
/** A port of a team. */
export interface TeamPort extends Infer<typeof portAttributes> {}

const teamAttributes = attributes("team", "TEAM_ATTR_", {
  /** Index of the team. */
  teamIfindex: [1, u32],
  /** Options. */
  listOption: [2, nestedArray(1, nest<TeamOption>(optionAttributes))],
  /** Ports. */
  listPort: [3, nestedArray(1, nest<TeamPort>(portAttributes))],
});

/** Layout of `TEAM_CMD_*`. */
export const teamMessage = message("team", genlmsghdr, teamAttributes);
/** Options or ports of a team. */
export interface TeamMessage extends Infer<typeof teamMessage> {}
