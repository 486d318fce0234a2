import { pad, struct } from "@rxnetlink/core/schema";

//  struct genlmsghdr:  0     1        2          4       4 + hdrsize
//                      | u8  | u8     | u16      | family's header | attributes …
//                      cmd   version  reserved

/** Length of the header (`GENL_HDRLEN`). */
export const GENL_HDRLEN = 4;

/**
 * Fixed header of all messages of generic netlink (`struct genlmsghdr`). It has no members: the command is the message type
 * (see {@link genlType}), and the connection enters the version.
 */
export const genlmsghdr = struct("genlmsghdr", { genlmsghdr: pad(GENL_HDRLEN) });

/** Marks a message type that is a command; the kernel's own numbers of families are smaller. */
const COMMAND = 0x8000;

/**
 * Returns the message type of a command. On the wire, all messages of a family have the number that the kernel gave to it as
 * their type, and the command in their header; a connection to the family translates.
 *
 * Requests and what the kernel sends may be counted apart: the number is then that of its direction.
 *
 * @example
 * export const WG_CMD_GET_DEVICE = genlType(0);
 */
export const genlType = (command: number): number => COMMAND | command;

/** Returns the command of a message type. */
export const commandOf = (type: number): number => type & 0xff;
