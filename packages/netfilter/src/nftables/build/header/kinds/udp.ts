import { transport } from "../../compile/protocol.js";
import { integer } from "../../value/data-type.js";
import { inetService } from "../../value/types.js";
import { columns } from "../header.js";

const { field } = columns({ name: "udp", base: "transport", protocol: transport("udp", 17), checksum: 6 });
const lite = columns({
  name: "udplite",
  base: "transport",
  protocol: transport("udplite", 136),
  checksum: 6,
});

/** Header of UDP. */
export const udp = {
  /** Source port. */
  sport: field("sport", 0, inetService),
  /** Destination port. */
  dport: field("dport", 16, inetService),
  /** Length, header included. */
  length: field("length", 32, integer(16, "network")),
  /** Checksum; 0 if there is none. */
  checksum: field("checksum", 48, integer(16, "network")),
} as const;

/** Header of UDP-Lite. */
export const udplite = {
  /** Source port. */
  sport: lite.field("sport", 0, inetService),
  /** Destination port. */
  dport: lite.field("dport", 16, inetService),
  /** Number of bytes that the checksum covers. */
  csumcov: lite.field("csumcov", 32, integer(16, "network")),
  /** Checksum. */
  checksum: lite.field("checksum", 48, integer(16, "network")),
} as const;
