import { transport } from "../../compile/protocol.js";
import { integer } from "../../value/data-type.js";
import { inetService, tcpFlag } from "../../value/types.js";
import { columns } from "../header.js";
import { tcpOptions } from "../options/tcp.js";

const { field, flags } = columns({
  name: "tcp",
  base: "transport",
  protocol: transport("tcp", 6),
  checksum: 16,
});

/** Header of TCP. */
export const tcp = {
  /** Source port. */
  sport: field("sport", 0, inetService),
  /** Destination port. */
  dport: field("dport", 16, inetService),
  /** Sequence number. */
  sequence: field("sequence", 32, integer(32, "network")),
  /** Number of the next byte that the sender expects. */
  ackseq: field("ackseq", 64, integer(32, "network")),
  /** Length of the header, in words of 4 bytes. */
  doff: field("doff", 96, integer(4, "network")),
  /** Reserved bits. */
  reserved: field("reserved", 100, integer(4, "network")),
  /** Flags: `"syn"`, `"ack"` … */
  flags: flags("flags", 104, tcpFlag),
  /** Window. */
  window: field("window", 112, integer(16, "network")),
  /** Checksum. */
  checksum: field("checksum", 128, integer(16, "network")),
  /** Urgent pointer. */
  urgptr: field("urgptr", 144, integer(16, "network")),
  /** Options of the header. */
  option: tcpOptions,
} as const;
