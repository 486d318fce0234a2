import type { Arrival, Datagram, GroupOf, Socket } from "@rxnetlink/core";
import { littleEndian, withArrivals } from "@rxnetlink/core/internal";
import {
  eachMessage,
  NLM_F_ACK,
  NLM_F_DUMP,
  NLM_F_ECHO,
  NLM_F_REQUEST,
  NLMSG_HDRLEN,
} from "@rxnetlink/core/schema";
import { map } from "rxjs";
import type { Family } from "./definition.js";
import { commandOf, GENL_HDRLEN, genlType } from "./genlmsghdr.js";
import { kernelGroups, type Resolved } from "./resolved.js";

/** Flags of requests that strict families accept, beside `NLM_F_DUMP`. */
const COMMON_FLAGS = NLM_F_REQUEST | NLM_F_ACK | NLM_F_ECHO;

/** Offsets of members of `struct nlmsghdr`. */
const TYPE = 4;
const FLAGS = 6;

/** Returns the flags that a family accepts: those of `NLM_F_DUMP` only both at once. */
function acceptedFlags(flags: number): number {
  const dumps = (flags & NLM_F_DUMP) === NLM_F_DUMP;
  return flags & (dumps ? COMMON_FLAGS | NLM_F_DUMP : COMMON_FLAGS);
}

/** Enters the family's number, command and version into messages to send, in place. */
function toKernel({ version, readsFlags }: Family, { id }: Resolved, bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  eachMessage(view, 0, bytes.length, ({ type, flags }, _, at) => {
    const header = at - NLMSG_HDRLEN;
    if (type === genlType(commandOf(type))) {
      view.setUint16(header + TYPE, id, littleEndian);
      view.setUint8(at, commandOf(type));
      view.setUint8(at + 1, version);
    }
    if (!readsFlags) view.setUint16(header + FLAGS, acceptedFlags(flags), littleEndian);
  });
}

/** Makes the command the type of the family's messages in a datagram, in place: it has no other reader. */
function fromKernel({ id }: Resolved, { view, start, end }: Datagram): void {
  try {
    eachMessage(view, start, end, ({ type }, _, at, stop) => {
      if (type !== id || stop - at < GENL_HDRLEN) return;
      view.setUint16(at - NLMSG_HDRLEN + TYPE, genlType(view.getUint8(at)), littleEndian);
    });
  } catch {
    // The reader of the datagram reports that it ends within a message.
  }
}

/** Returns a socket whose message types and groups are those that the family declares. */
export function translated(family: Family, resolved: () => Resolved, socket: Socket): Socket {
  const groupOf = (group: GroupOf) => kernelGroups(family, resolved(), [group])[0]!;
  const toFamily = map((arrival: Arrival): Arrival => {
    if (arrival.type === "datagram" && arrival.portId === 0) fromKernel(resolved(), arrival);
    return arrival;
  });
  return {
    ...withArrivals(socket, toFamily),
    send(bytes, portId, group) {
      toKernel(family, resolved(), bytes);
      return socket.send(bytes, portId, group && groupOf(group));
    },
    join: (group) => socket.join(groupOf(group)),
    leave: (group) => socket.leave(groupOf(group)),
  };
}
