import {
  type ByteOrder,
  NLM_F_ACK_TLVS,
  NLM_F_CAPPED,
  NLMSG_DONE,
  NLMSG_ERROR,
  nlmsgerr,
  nlmsgerrAttributes,
  nlmsghdr,
  readError,
  s32,
  viewOf,
  Writer,
} from "@rxnetlink/core/schema";
import type { CapturedMessage, CapturedObject, CapturedPacket } from "#src/index.js";

/** Writes the payload of an acknowledgement, without the request. */
function writeError(out: Writer, { header, payload, byteOrder }: CapturedMessage): void {
  const view = viewOf(payload, byteOrder);
  nlmsgerr.write(out, nlmsgerr.read(view, 0, payload.length));
  nlmsgerrAttributes.write(out, readError(header!, view, 0, payload.length).extended);
}

const NETLINK_GENERIC = 16;
/** Command and version, which layouts of generic netlink leave to the connection. */
const COMMAND = 2;

/** Writes the payload of a message about an object. */
function writeObject(out: Writer, { kind, value, packet, payload }: CapturedObject): void {
  const start = out.at;
  kind.layout.write(out, value);
  if (packet.protocol === NETLINK_GENERIC) out.bytes.set(payload.subarray(0, COMMAND), start);
}

/** Writes a message of a capture. */
function writeMessage(out: Writer, message: CapturedMessage): void {
  const { header, type, payload, byteOrder } = message;
  const start = out.at;
  const flags = header!.type === NLMSG_ERROR ? header!.flags | NLM_F_CAPPED | NLM_F_ACK_TLVS : header!.flags;
  nlmsghdr.write(out, { ...header!, flags });
  if (header!.type === NLMSG_ERROR) writeError(out, message);
  else if (header!.type === NLMSG_DONE)
    s32.write(out, s32.read(viewOf(payload, byteOrder), 0, payload.length));
  else if (type === "object") writeObject(out, message);
  else out.append(payload);
  const length = out.at - start;
  nlmsghdr.fields.length.write(Object.assign(out, { at: start }), length);
  out.at = start + length;
  out.align();
}

/** Returns the packets of decoded messages as a machine of a byte order would have sent them. */
export function packetsIn(byteOrder: ByteOrder, messages: readonly CapturedMessage[]): CapturedPacket[] {
  return messages.map((message) => {
    const out = new Writer(undefined, false, false, byteOrder);
    writeMessage(out, message);
    return { ...message.packet, bytes: out.take() };
  });
}
