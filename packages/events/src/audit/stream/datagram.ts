import type { Datagram, MalformedNotification } from "@rxnetlink/core";
import { DecodeError } from "@rxnetlink/core";
import { NLMSG_HDRLEN, nlmsghdr } from "@rxnetlink/core/schema";
import { type AuditRecord, auditRecord } from "../record/record.js";
import { textOf } from "../record/text.js";
import { auditTypeOf } from "../record/type-words.js";

/** A message that fills its datagram. */
export interface WholeMessage {
  readonly type: number;
  readonly sequence: number;
  readonly payload: Uint8Array;
}

const malformed = (error: DecodeError, bytes: Uint8Array): MalformedNotification => ({
  type: "malformed",
  error,
  bytes: bytes.slice(),
});

/**
 * Returns the message of a datagram: all that follows its header. What the header says of its length is wrong in records that
 * the audit daemon receives: it does not count itself there.
 */
export function wholeMessage({ view, start, end }: Datagram): WholeMessage | MalformedNotification {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + start, end - start);
  if (bytes.length < NLMSG_HDRLEN)
    return malformed(new DecodeError(`${bytes.length} bytes are too short for a message`), bytes);
  const { type, sequence } = nlmsghdr.read(view, start, end);
  return { type, sequence, payload: bytes.subarray(NLMSG_HDRLEN) };
}

/** Returns the record in a message. */
export function recordIn(message: WholeMessage | MalformedNotification): AuditRecord | MalformedNotification {
  if (message.type === "malformed") return message;
  const { type, payload } = message;
  const record = auditRecord(auditTypeOf(type), textOf(payload));
  return record ?? malformed(new DecodeError(`a message of type ${type} has no time and serial`), payload);
}
