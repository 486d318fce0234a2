import { attributes, be16, be32, enumeration, flags, type Infer, string } from "@rxnetlink/core/schema";
import { join, named, numberOf } from "../words.js";

/** Levels of the kernel's log (`NFT_LOGLEVEL_*`). */
export const logLevel = enumeration("NFT_LOGLEVEL_", be32, {
  emerg: 0,
  alert: 1,
  crit: 2,
  err: 3,
  warning: 4,
  notice: 5,
  info: 6,
  debug: 7,
  /** Record of the audit subsystem; since 4.18. */
  audit: 8,
});

/** Contents of messages in the kernel's log (`NF_LOG_*`). */
export const logExprFlags = flags("NF_LOG_", be32, {
  /** Sequence numbers of TCP. */
  tcpseq: 0x01,
  /** Options of TCP. */
  tcpopt: 0x02,
  /** Options of IP. */
  ipopt: 0x04,
  /** User id of the sending socket. */
  uid: 0x08,
  /** Not used by rules. */
  nflog: 0x10,
  /** Link-layer header, decoded. */
  macdecode: 0x20,
});

/** Attributes of `log` (`NFTA_LOG_*`). With `group` packets go to NFLOG, else to the kernel's log. */
export const exprLog = attributes("log-attrs", "NFTA_LOG_", {
  /** Group of NFLOG. */
  group: [1, be16],
  /** Text at the start of each message, at most 127 bytes. */
  prefix: [2, string],
  /** Number of bytes of each packet to copy; all by default. */
  snaplen: [3, be32],
  /** Number of packets that the kernel gathers before it sends them. */
  qthreshold: [4, be16],
  /** Level in the kernel's log; `"warning"` by default. */
  level: [5, logLevel],
  /** Contents of messages in the kernel's log. */
  flags: [6, logExprFlags],
});
/** Logs the packet. */
export interface LogExpr extends Infer<typeof exprLog> {}

/** Returns `log` in nft's notation. */
export function logText({ prefix, group, snaplen = 0, qthreshold = 0, level, flags = 0 }: LogExpr): string {
  const start = named("prefix", prefix);
  if (group !== undefined) return join(start, `group ${group} snaplen ${snaplen} qthreshold ${qthreshold}`);
  const contents = logExprFlags.names(flags).filter((name) => name !== "nflog");
  return join(start, level !== undefined && `level ${numberOf(logLevel, level)}`, ...contents);
}
