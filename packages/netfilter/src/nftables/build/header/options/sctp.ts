import { EncodeError } from "@rxnetlink/core";
import { didYouMean } from "@rxnetlink/core/internal";
import { integer } from "../../value/data-type.js";
import { extensionField, extensionPresence } from "../exthdr.js";

/** Types of chunks of SCTP, under nft's names. */
export const CHUNKS = {
  ...{ data: 0, init: 1, "init-ack": 2, sack: 3, heartbeat: 4, "heartbeat-ack": 5, abort: 6, shutdown: 7 },
  ...{
    "shutdown-ack": 8,
    error: 9,
    "cookie-echo": 10,
    "cookie-ack": 11,
    ecne: 12,
    cwr: 13,
    "shutdown-complete": 14,
  },
  ...{ "asconf-ack": 0x80, "forward-tsn": 0xc0, asconf: 0xc1 },
} as const;

/** Returns a chunk of SCTP: its presence, and its fields by offset and length in bits. */
export function sctpChunk(name: keyof typeof CHUNKS) {
  const type = CHUNKS[name];
  if (type === undefined)
    throw new EncodeError(`"${name}" is not a chunk`, { hint: didYouMean(name, Object.keys(CHUNKS)) });
  const extension = { words: `sctp chunk ${name}`, op: "sctp", type, needs: [] } as const;
  const at = (field: string, offset: number, bits: number) =>
    extensionField(extension, field, offset, integer(bits, "network"));
  return {
    ...extensionPresence(extension),
    /** Type. */
    type: at("type", 0, 8),
    /** Flags. */
    flags: at("flags", 8, 8),
    /** Length in bytes. */
    length: at("length", 16, 16),
    /** Returns another field, under nft's name: `sctp.chunk("init").at("num-inbound-streams", 112, 16)`. */
    at,
  };
}
