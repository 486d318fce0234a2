import { EncodeError } from "@rxnetlink/core";
import { connlimitFlags } from "../../../expr/kinds/connlimit.js";
import { limitFlags } from "../../../expr/kinds/limit.js";
import { quotaFlags } from "../../../expr/kinds/quota.js";
import { synproxyFlags } from "../../../expr/kinds/synproxy.js";
import type { Statement } from "../../compile/statement.js";
import { type ObjectName, objectReference } from "../object.js";
import { parseBytes, parseRate } from "../quantity.js";
import { statement } from "../statement.js";

/** A stateful object in place of settings of the rule's own. */
export interface Referenced {
  /** Its name, or a map to names. */
  readonly name: ObjectName;
}

/** What a counter begins with. */
export interface CounterOptions {
  /** Packets; 0 by default. */
  readonly packets?: number | bigint;
  /** Bytes; 0 by default. */
  readonly bytes?: number | bigint;
}

/** Counts packets: with a counter of the rule, or with one of the table, `counter({ name: "web" })`. */
export function counter(options: CounterOptions | Referenced = {}): Statement {
  if ("name" in options) return objectReference("counter", "counter", options.name);
  const { packets = 0, bytes = 0 } = options;
  return statement("counter", (c) => c.emit("counter", { bytes: BigInt(bytes), packets: BigInt(packets) }));
}

/** Settings of {@link limit}. */
export interface LimitOptions {
  /** True to match above the rate in place of below it. */
  readonly over?: boolean;
  /** Packets, or an amount of data such as `"512 bytes"`, that may pass at once: by default 5 packets. */
  readonly burst?: number | string;
}

const DEFAULT_BURST = 5;

/** Matches up to a rate, `limit("10/second")`, `limit("1 mbytes/second")`, or uses a limit of the table. */
export function limit(rate: string | Referenced, options: LimitOptions = {}): Statement {
  if (typeof rate === "object") return objectReference("limit", "limit", rate.name);
  const { over = false, burst } = options;
  return statement("limit", (c) => {
    const parsed = parseRate(rate);
    const packets = parsed.type === "pkts";
    if (packets && typeof burst === "string")
      throw new EncodeError("the burst of a rate of packets is a number").at("burst");
    const amount = burst === undefined ? (packets ? DEFAULT_BURST : 0) : Number(parseBytes(burst));
    if (packets && amount === 0) throw new EncodeError("a rate of packets needs a burst above 0").at("burst");
    c.emit("limit", { ...parsed, burst: amount, flags: over ? limitFlags.of("inv") : 0 });
  });
}

/** Settings of {@link quota}. */
export interface QuotaOptions {
  /** True to match above the quota in place of up to it. */
  readonly over?: boolean;
  /** Amount already used. */
  readonly used?: string | number | bigint;
}

/** Matches up to an amount of data, `quota("25 mbytes")`, or uses a quota of the table. */
export function quota(amount: string | number | bigint | Referenced, options: QuotaOptions = {}): Statement {
  if (typeof amount === "object") return objectReference("quota", "quota", amount.name);
  const { over = false, used = 0 } = options;
  return statement("quota", (c) => {
    const flags = over ? quotaFlags.of("inv") : 0;
    c.emit("quota", { bytes: parseBytes(amount), flags, consumed: parseBytes(used) });
  });
}

/** Settings of {@link connlimit}. */
export interface ConnlimitOptions {
  /** True to match above the count in place of up to it. */
  readonly over?: boolean;
}

/** Matches up to a number of connections; in nft `ct count`. */
export function connlimit(count: number, options: ConnlimitOptions = {}): Statement {
  const flags = options.over ? connlimitFlags.of("inv") : 0;
  return statement("connlimit", (c) => c.emit("connlimit", { count, flags }));
}

/** Records when the rule last matched; since 5.14. */
export const last = (): Statement => statement("last", (c) => c.emit("last", {}));

/** Settings of {@link synproxy}. */
export interface SynproxyOptions {
  /** Maximum segment size to announce. */
  readonly mss?: number;
  /** Window scale to announce. */
  readonly wscale?: number;
  /** True to pass timestamps on. */
  readonly timestamp?: boolean;
  /** True to pass the permission of selective acknowledgements on. */
  readonly sackPerm?: boolean;
}

/** Answers the handshake of TCP in place of the server, or uses a proxy of the table. */
export function synproxy(options: SynproxyOptions | Referenced = {}): Statement {
  if ("name" in options) return objectReference("synproxy", "synproxy", options.name);
  const { mss, wscale, timestamp = false, sackPerm = false } = options;
  const given = { mss: mss !== undefined, wscale: wscale !== undefined, timestamp, sackPerm };
  const flags = synproxyFlags.of(
    ...(Object.keys(given) as (keyof typeof given)[]).filter((name) => given[name]),
  );
  return statement("synproxy", (c) => c.emit("synproxy", { mss: mss ?? 0, wscale: wscale ?? 0, flags }));
}
