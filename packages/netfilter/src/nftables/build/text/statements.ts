import type { Expression } from "../../expr/expression.js";
import { connlimitFlags } from "../../expr/kinds/connlimit.js";
import type { ExpressionData } from "../../expr/kinds/formats.js";
import { type LimitExpr, limitFlags } from "../../expr/kinds/limit.js";
import { type LogExpr, logExprFlags } from "../../expr/kinds/log.js";
import { type QuotaExpr, quotaFlags } from "../../expr/kinds/quota.js";
import type { RejectExpr } from "../../expr/kinds/reject.js";
import { type SynproxyExpr, synproxyFlags } from "../../expr/kinds/synproxy.js";
import { IP, IP6 } from "../compile/protocol.js";
import { bytesText, SECONDS } from "../statement/quantity.js";
import type { DataType } from "../value/data-type.js";
import { integer } from "../value/data-type.js";
import { durationText } from "../value/time.js";
import { icmpCode, icmpv6Code, icmpxCode } from "../value/types.js";
import { extensionWords } from "./facts.js";
import { verdictText } from "./literal.js";
import { mapText } from "./matches.js";
import { operandText } from "./operands.js";
import type { Reader } from "./reader.js";

const join = (...words: (string | false | undefined)[]) => words.filter(Boolean).join(" ");

/** Burst that nft does not print. */
const DEFAULT_BURST = 5;

function limitText({ rate = 0n, unit = 1n, burst = 0, type, flags = 0 }: LimitExpr): string {
  const per = Object.entries(SECONDS).find(([, seconds]) => BigInt(seconds) === unit)?.[0] ?? `${unit}s`;
  const over = limitFlags.has(flags, "inv") && "over";
  if (type !== "pktBytes")
    return join("limit rate", over, `${rate}/${per}`, burst !== DEFAULT_BURST && `burst ${burst} packets`);
  return join(
    "limit rate",
    over,
    `${bytesText(rate)}/${per}`,
    burst > 0 && `burst ${bytesText(BigInt(burst))}`,
  );
}

function quotaText({ bytes = 0n, flags = 0, consumed = 0n }: QuotaExpr): string {
  const used = consumed > 0n && `used ${bytesText(consumed)}`;
  return join("quota", quotaFlags.has(flags, "inv") && "over", bytesText(bytes), used);
}

const LOG_ALL = logExprFlags.of("tcpseq", "tcpopt", "ipopt", "uid", "macdecode");

function logExprFlagsText(flags: number): string | undefined {
  if ((flags & LOG_ALL) === LOG_ALL) return "flags all";
  const has = (name: "tcpseq" | "tcpopt" | "ipopt" | "uid" | "macdecode") => logExprFlags.has(flags, name);
  const tcp = [has("tcpseq") && "sequence", has("tcpopt") && "options"].filter(Boolean).join(",");
  return join(
    tcp !== "" && `flags tcp ${tcp}`,
    has("ipopt") && "flags ip options",
    has("uid") && "flags skuid",
    has("macdecode") && "flags ether",
  );
}

function logText({ prefix, group, snaplen = 0, qthreshold = 0, level, flags = 0 }: LogExpr): string {
  const shown = level === "warning" || level === undefined ? undefined : `level ${level}`;
  return join(
    "log",
    prefix !== undefined && JSON.stringify(prefix),
    group !== undefined && `group ${group}`,
    snaplen > 0 && `snaplen ${snaplen}`,
    qthreshold > 0 && `queue-threshold ${qthreshold}`,
    shown,
    logExprFlagsText(flags),
  ).replace(/^log "/, 'log prefix "');
}

function rejectText(reader: Reader, { type, icmpCode: code = 0 }: RejectExpr): string {
  const number = BigInt(code);
  if (type === "tcpRst") return "reject with tcp reset";
  if (type === "icmpxUnreach")
    return number === 1n ? "reject" : `reject with icmpx ${icmpxCode.print(number)}`;
  const six = reader.network === IP6;
  const { family } = reader;
  const fixed = family === "ip" || family === "ipv4" || family === "ip6" || family === "ipv6";
  reader.imply([{ protocol: six ? IP6 : IP }]);
  if (fixed && number === (six ? 4n : 3n)) return "reject";
  return `reject with ${six ? "icmpv6" : "icmp"} ${(six ? icmpv6Code : icmpCode).print(number)}`;
}

function synproxyText({ mss = 0, wscale = 0, flags = 0 }: SynproxyExpr): string {
  const has = (name: "mss" | "wscale" | "timestamp" | "sackPerm") => synproxyFlags.has(flags, name);
  return join(
    "synproxy",
    has("mss") && `mss ${mss}`,
    has("wscale") && `wscale ${wscale}`,
    has("timestamp") && "timestamp",
    has("sackPerm") && "sack-perm",
  );
}

/** nft's words for the use of a stateful object, by its type. */
const OBJECTS: Readonly<Record<string, string>> = {
  counter: "counter name",
  quota: "quota name",
  limit: "limit name",
  synproxy: "synproxy name",
  ctHelper: "ct helper set",
  ctTimeout: "ct timeout set",
  ctExpect: "ct expectation set",
  secmark: "meta secmark set",
};

function objectText(reader: Reader, objref: NonNullable<ExpressionData["objref"]>): string | undefined {
  if (objref.setName === undefined) {
    const words = OBJECTS[String(objref.immType)];
    return words === undefined ? undefined : `${words} "${objref.immName}"`;
  }
  const { setName: set, setId } = objref;
  const type = reader.sets.find(({ name, id }) =>
    set.includes("%d") ? id === setId : name === set,
  )?.objType;
  const fields = reader.key(objref.setSreg);
  const text = mapText(
    reader,
    fields,
    { set, ...(setId !== undefined && { setId }) },
    "map ",
    (one) => `"${one.objref}"`,
  );
  const words = OBJECTS[String(type)];
  return text === undefined || words === undefined ? undefined : `${words} ${text}`;
}

function dynsetText(reader: Reader, dynset: NonNullable<ExpressionData["dynset"]>): string | undefined {
  const key = reader.key(dynset.sregKey).map((field) => reader.words(field)?.words);
  if (key.length === 0 || key.includes(undefined)) return undefined;
  const { expr, expressions = expr === undefined ? [] : [expr], timeout = 0n } = dynset;
  const inner = expressions.map((one) => statementText(reader, one));
  const data = operandText(reader, reader.operand(dynset.sregData), integer(32, "host") as DataType<never>);
  const element = join(key.join(" . "), timeout > 0n && `timeout ${durationText(timeout)}`, ...inner);
  return `${dynset.op ?? "add"} @${dynset.setName} { ${element}${data === undefined ? "" : ` : ${data}`} }`;
}

/** Texts of statements by the name of their expression. */
const TEXTS: {
  [K in keyof ExpressionData]?: (data: NonNullable<ExpressionData[K]>, reader: Reader) => string | undefined;
} = {
  counter: ({ packets = 0n, bytes = 0n }) => `counter packets ${packets} bytes ${bytes}`,
  limit: limitText,
  quota: quotaText,
  log: logText,
  reject: (data, reader) => rejectText(reader, data),
  synproxy: synproxyText,
  connlimit: ({ count, flags = 0 }) =>
    join("ct count", connlimitFlags.has(flags, "inv") && "over", String(count)),
  last: ({ set, msecs = 0n }) => `last used ${set ? durationText(msecs) : "never"}`,
  notrack: () => "notrack",
  flow_offload: ({ tableName }) => `flow add @${tableName}`,
  objref: (data, reader) => objectText(reader, data),
  dynset: (data, reader) => dynsetText(reader, data),
  immediate: ({ data }) => (data?.verdict === undefined ? undefined : verdictText(data.verdict)),
  exthdr: (data, reader) => {
    const reset = data.dreg === undefined && data.sreg === undefined;
    return reset ? `reset ${extensionWords(data, reader.catalog)}` : undefined;
  },
};

/** Returns the text of a statement that needs no address, port or link; `undefined` if it is another expression. */
export function statementText(reader: Reader, { name, data = {} }: Expression): string | undefined {
  const key = name ?? Object.keys(data)[0] ?? "";
  const text = (TEXTS as Readonly<Record<string, (data: unknown, reader: Reader) => string | undefined>>)[
    key
  ];
  const settings = (data as Readonly<Record<string, unknown>>)[key];
  return text?.(settings ?? {}, reader);
}
