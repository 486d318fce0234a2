import { DecodeError, errnoName } from "@rxnetlink/core";
import { hostOrder, pathIn, readDone } from "@rxnetlink/core/internal";
import {
  type ByteOrder,
  type MessageHeader,
  NLM_F_REQUEST,
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
  NLMSG_MIN_TYPE,
  NLMSG_OVERRUN,
  readError,
  viewOf,
} from "@rxnetlink/core/schema";
import type { CapturedPacket } from "../packet.js";
import { byteOrderOf } from "../wire/byte-order.js";
import type { CapturedMessage, CapturedRaw, CapturedRefusal, MessageRole } from "./captured-message.js";
import { Dialects } from "./dialects.js";
import type { FamilyOpener } from "./family.js";
import { Requests } from "./requests.js";
import { type SplitMessage, split } from "./split.js";

/** What all messages have. */
type Common = Omit<CapturedRefusal, "type" | "errno" | "code" | "text" | "path">;
type Acknowledgement = ReturnType<typeof readError>;

/** True if a message is sent to the kernel. */
function isRequest({ direction }: CapturedPacket, { flags, type }: MessageHeader): boolean {
  if (direction !== undefined) return direction === "toKernel";
  return (flags & NLM_F_REQUEST) !== 0 && type >= NLMSG_MIN_TYPE;
}

/** Returns the member of the request that a refusal points to. */
function pathOf(
  extended: Acknowledgement["extended"],
  request: CapturedMessage | undefined,
): string | undefined {
  if (request?.type !== "object") return undefined;
  try {
    const { kind, payload, byteOrder } = request;
    return pathIn(extended, kind.layout, viewOf(payload, byteOrder), payload.length);
  } catch (error) {
    if (error instanceof DecodeError) return undefined;
    throw error;
  }
}

/** Decodes the packets of a capture in order, and finds the request of each reply. */
export class Decoder {
  readonly #dialects: Dialects;
  readonly #requests = new Requests();

  constructor(openers: readonly FamilyOpener[]) {
    this.#dialects = new Dialects(openers);
  }

  /** Returns the messages of a packet. */
  decode(packet: CapturedPacket): CapturedMessage[] {
    const { protocol, bytes, size = bytes.length } = packet;
    if (this.#dialects.isRaw(protocol) || bytes.length < NLMSG_HDRLEN) return [this.#raw(packet)];
    const byteOrder = byteOrderOf(packet) ?? hostOrder;
    return split(bytes, byteOrder, size > bytes.length).map((message) => {
      const decoded = this.#message(packet, message, byteOrder);
      if (decoded.role === "request" && decoded.header !== undefined) this.#requests.add(decoded);
      return decoded;
    });
  }

  #raw(packet: CapturedPacket): CapturedRaw {
    const role = packet.direction === "toKernel" ? "request" : "notification";
    return {
      type: "raw",
      packet,
      family: this.#dialects.nameOf(packet.protocol, 0),
      role,
      payload: packet.bytes,
      byteOrder: hostOrder,
    };
  }

  #message(
    packet: CapturedPacket,
    { header, payload, error }: SplitMessage,
    byteOrder: ByteOrder,
  ): CapturedMessage {
    const { protocol, source } = packet;
    const asked = isRequest(packet, header);
    const request = asked ? undefined : this.#requests.of(protocol, source, header);
    const isControl = header.type < NLMSG_MIN_TYPE;
    const common: Common = {
      packet,
      header,
      payload,
      byteOrder,
      family: isControl && request ? request.family : this.#dialects.nameOf(protocol, header.type),
      role: asked ? "request" : roleOf(header, request),
      ...(request && { request }),
    };
    if (error !== undefined) return { ...common, type: "malformed", error };
    try {
      return isControl ? this.#control(common) : this.#object(common);
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error;
      return { ...common, type: "malformed", error };
    }
  }

  #control(common: Common): CapturedMessage {
    const { header, payload, byteOrder } = common;
    const view = viewOf(payload, byteOrder);
    if (header.type === NLMSG_ERROR)
      return this.#acknowledgement(common, "ack", readError(header, view, 0, payload.length));
    if (header.type === NLMSG_DONE)
      return this.#acknowledgement(common, "done", readDone(header, view, 0, payload.length));
    return { ...common, type: header.type === NLMSG_OVERRUN ? "overrun" : "noop" };
  }

  #acknowledgement(
    common: Common,
    type: "ack" | "done",
    { errno, extended }: Acknowledgement,
  ): CapturedMessage {
    const { msg } = extended;
    if (errno === 0) return { ...common, type, ...(type === "ack" && msg !== undefined && { warning: msg }) };
    const path = pathOf(extended, common.request);
    return {
      ...common,
      type: "refusal",
      errno,
      code: errnoName(errno),
      ...(msg !== undefined && { text: msg }),
      ...(path !== undefined && { path }),
    };
  }

  #object(common: Common): CapturedMessage {
    const read = this.#dialects.read(common);
    if (read === undefined) return { ...common, type: "unknown" };
    const { kind, value, error } = read;
    if (value === undefined) throw error;
    const role: MessageRole =
      common.role === "reply" && isCaused(common.request) ? "notification" : common.role;
    this.#dialects.learn(common.packet.protocol, kind, value);
    return { ...common, role, type: "object", object: kind.path, action: kind.action, value, kind };
  }
}

/** Returns the part that a message from the kernel plays, as far as its header says it. */
function roleOf({ type }: MessageHeader, request: CapturedMessage | undefined): MessageRole {
  return request === undefined && type >= NLMSG_MIN_TYPE ? "notification" : "reply";
}

/** True for a request that changes something: a message about an object with its number then reports the change. */
const isCaused = (request: CapturedMessage | undefined): boolean =>
  request?.type === "object" && request.action !== "get";
