import { transport } from "../../compile/protocol.js";
import { integer } from "../../value/data-type.js";
import { inetService } from "../../value/types.js";
import { columns } from "../header.js";
import { sctpChunk } from "../options/sctp.js";

const { field } = columns({ name: "sctp", base: "transport", protocol: transport("sctp", 132) });

/** Header of SCTP. */
export const sctp = {
  /** Source port. */
  sport: field("sport", 0, inetService),
  /** Destination port. */
  dport: field("dport", 16, inetService),
  /** Verification tag. */
  vtag: field("vtag", 32, integer(32, "network")),
  /** Checksum. */
  checksum: field("checksum", 64, integer(32, "network")),
  /** Returns a chunk of the packet: `sctp.chunk("init").exists()`; since 5.14. */
  chunk: sctpChunk,
} as const;
