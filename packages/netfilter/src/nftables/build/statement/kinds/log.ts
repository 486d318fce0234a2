import { EncodeError } from "@rxnetlink/core";
import { type LogExpr, logExprFlags, type logLevel } from "../../../expr/kinds/log.js";
import type { Statement } from "../../compile/statement.js";
import { statement } from "../statement.js";

/** Parts of a packet that the kernel's own log shows, as nft names them. */
export type LogFlag = "tcp sequence" | "tcp options" | "ip options" | "skuid" | "ether" | "all";

const FLAGS = {
  "tcp sequence": logExprFlags.of("tcpseq"),
  "tcp options": logExprFlags.of("tcpopt"),
  "ip options": logExprFlags.of("ipopt"),
  skuid: logExprFlags.of("uid"),
  ether: logExprFlags.of("macdecode"),
  all: logExprFlags.of("tcpseq", "tcpopt", "ipopt", "uid", "macdecode"),
} as const;

/** Settings of {@link log}: of a group of nflog, or of the kernel's own log. */
export interface LogOptions {
  /** Text before each entry; at most 127 bytes. */
  readonly prefix?: string;
  /** Group of nflog; absent for the kernel's own log. */
  readonly group?: number;
  /** Number of bytes of the packet; with a group. */
  readonly snaplen?: number;
  /** Number of packets that wait before they are sent; with a group. */
  readonly queueThreshold?: number;
  /** Level of the kernel's own log: `"warn"` by default. */
  readonly level?: Exclude<keyof typeof logLevel.values, "warning"> | "warn";
  /** Parts of the packet to show in the kernel's own log. */
  readonly flags?: readonly LogFlag[];
}

/** Logs the packet: `log({ prefix: "dropped: ", group: 5 })`. */
export function log(options: LogOptions = {}): Statement {
  return statement("log", (c) => c.emit("log", settings(options)));
}

function settings({ prefix, group, snaplen, queueThreshold, level, flags = [] }: LogOptions): LogExpr {
  const named = prefix === undefined ? {} : { prefix };
  if (group !== undefined) {
    if (level !== undefined || flags.length > 0)
      throw new EncodeError("a group has neither a level nor flags").at("group");
    const sent = {
      ...(snaplen !== undefined && { snaplen }),
      ...(queueThreshold !== undefined && { qthreshold: queueThreshold }),
    };
    return { ...named, group, ...sent };
  }
  if (snaplen !== undefined || queueThreshold !== undefined)
    throw new EncodeError("it needs a group").at(snaplen === undefined ? "queueThreshold" : "snaplen");
  const bits = flags.reduce((sum, name) => sum | FLAGS[name], 0);
  const shown = bits === 0 ? {} : { flags: bits };
  return level === undefined
    ? { ...named, ...shown }
    : { ...named, level: level === "warn" ? "warning" : level, ...shown };
}
