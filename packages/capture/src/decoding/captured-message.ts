import type { DecodeError, ErrnoCode } from "@rxnetlink/core";
import type { ByteOrder, MessageHeader } from "@rxnetlink/core/schema";
import type { CapturedPacket } from "../packet.js";
import type { MessageAction, MessageKind } from "./message-kinds.js";

/** Part that a message plays: what a reply answers is its `request`, and so is what caused a notification. */
export type MessageRole = "request" | "reply" | "notification";

/** What all messages of a capture have. */
interface Common {
  /** The packet that holds it. */
  readonly packet: CapturedPacket;
  /** The protocol, or the family of generic netlink: `"route"`, `"ethtool"`; with its number, if the capture does not name it. */
  readonly family: string;
  /** Its part in the conversation. */
  readonly role: MessageRole;
  /** Its header. */
  readonly header: MessageHeader;
  /** What follows the header. */
  readonly payload: Uint8Array;
  /** Byte order of the machine that it was captured on: layouts read the payload through `viewOf(payload, byteOrder)`. */
  readonly byteOrder: ByteOrder;
  /** The request that it answers, or that caused it, if the capture holds that. */
  readonly request?: CapturedMessage;
}

/** A message about an object. */
export interface CapturedObject extends Common {
  /** Discriminates messages. */
  readonly type: "object";
  /** Path of the object in what the family opens: `"link"`, `"nftables.table"`. */
  readonly object: string;
  /** What it does with it. */
  readonly action: MessageAction;
  /** The object as far as the message holds it. */
  readonly value: object;
  /** Declaration by which it was read. */
  readonly kind: MessageKind;
}

/** The kernel has done what was asked. */
export interface CapturedAck extends Common {
  /** Discriminates messages. */
  readonly type: "ack";
  /** The kernel's warning. */
  readonly warning?: string;
}

/** The kernel has refused a request. */
export interface CapturedRefusal extends Common {
  /** Discriminates messages. */
  readonly type: "refusal";
  /** The positive errno. */
  readonly errno: number;
  /** Name of the errno: `"EEXIST"`. */
  readonly code: ErrnoCode;
  /** The kernel's own message. */
  readonly text?: string;
  /** The invalid or missing member of the request. */
  readonly path?: string;
}

/** The end of a reply of several messages. */
export interface CapturedDone extends Common {
  /** Discriminates messages. */
  readonly type: "done";
}

/** A message without content. */
export interface CapturedNoop extends Common {
  /** Discriminates messages. */
  readonly type: "noop";
}

/** Messages were lost here. The kernel never says so; recordings of this project do. */
export interface CapturedOverrun extends Common {
  /** Discriminates messages. */
  readonly type: "overrun";
}

/** A message of a family, or about an object, that was not declared. */
export interface CapturedUnknown extends Common {
  /** Discriminates messages. */
  readonly type: "unknown";
}

/** A message that cannot be read. */
export interface CapturedMalformed extends Common {
  /** Discriminates messages. */
  readonly type: "malformed";
  /** The reason, and its place. */
  readonly error: DecodeError;
}

/** A datagram of a protocol whose datagrams are no messages, such as `kobject-uevent`, or that is too short for one. */
export interface CapturedRaw extends Omit<Common, "header"> {
  /** Discriminates messages. */
  readonly type: "raw";
  /** Absent: there is none. */
  readonly header?: undefined;
}

/** A message of a capture; discriminated by `type`. */
export type CapturedMessage =
  | CapturedObject
  | CapturedAck
  | CapturedRefusal
  | CapturedDone
  | CapturedNoop
  | CapturedOverrun
  | CapturedUnknown
  | CapturedMalformed
  | CapturedRaw;
