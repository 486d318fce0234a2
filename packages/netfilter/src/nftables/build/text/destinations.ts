import type { Expression } from "../../expr/expression.js";
import type { ExpressionData } from "../../expr/kinds/formats.js";
import { queueExprFlags } from "../../expr/kinds/queue.js";
import { natRangeFlags } from "../../expr/nat-range-flags.js";
import { ipv4Addr, ipv6Addr } from "../value/address.js";
import { type DataType, integer } from "../value/data-type.js";
import { ifaceIndex, inetService } from "../value/types.js";
import { boundsText, operandText } from "./operands.js";
import type { Reader } from "./reader.js";

const any = <V>(type: DataType<V>) => type as DataType<never>;
const addressOf = (family: unknown) => any(family === "ipv6" ? ipv6Addr : ipv4Addr);
const PORT = any(inetService);
const isFixed = ({ family }: Reader) => /^ip(v?[46])?$/.test(family);
const familyWord = (family: unknown) => (family === "ipv6" ? "ip6" : "ip");

const FLAGS = [
  ["protoRandom", "random"],
  ["protoRandomFully", "fully-random"],
  ["persistent", "persistent"],
] as const;

function flagsText(flags: number): string {
  const set = FLAGS.filter(([name]) => natRangeFlags.has(flags, name)).map(([, word]) => word);
  return set.length === 0 ? "" : ` ${set.join(",")}`;
}

interface Ports {
  readonly regProtoMin?: number | undefined;
  readonly regProtoMax?: number | undefined;
  readonly flags?: number | undefined;
}

function portsText(reader: Reader, word: string, { regProtoMin, regProtoMax, flags = 0 }: Ports): string {
  const port = boundsText(reader, regProtoMin, regProtoMax, PORT);
  return `${word}${port === undefined ? "" : ` to :${port}`}${flagsText(flags)}`;
}

/** Returns the text of a translation; a map may hold addresses with ports. */
function natText(reader: Reader, nat: NonNullable<ExpressionData["nat"]>): string | undefined {
  const { type, family, regAddrMin, regAddrMax, regProtoMin, regProtoMax, flags = 0 } = nat;
  const map = reader.operand(regAddrMin)?.type === "map";
  const both = map && regProtoMin !== undefined && reader.operand(regProtoMin) === undefined;
  const types = both ? [addressOf(family), PORT] : [addressOf(family)];
  const address = boundsText(reader, regAddrMin, regAddrMax, ...types);
  const port = both ? undefined : boundsText(reader, regProtoMin, regProtoMax, PORT);
  if (regAddrMin !== undefined && address === undefined) return undefined;
  const special = both || (regAddrMax !== undefined && regAddrMax !== regAddrMin);
  const named = !isFixed(reader) || (map && special) ? ` ${familyWord(family)}` : "";
  const prefix = natRangeFlags.has(flags, "netmap") ? " prefix" : "";
  const shown = address?.includes(":") && port !== undefined && !map ? `[${address}]` : (address ?? "");
  return `${type}${named}${prefix} to ${shown}${port === undefined ? "" : `:${port}`}${flagsText(flags)}`;
}

function tproxyText(
  reader: Reader,
  { family, regAddr, regPort }: NonNullable<ExpressionData["tproxy"]>,
): string {
  const address = operandText(reader, reader.operand(regAddr), addressOf(family));
  const port = operandText(reader, reader.operand(regPort), PORT);
  const named =
    isFixed(reader) || family === undefined || family === "unspec" ? "" : ` ${familyWord(family)}`;
  const shown = address?.includes(":") && port !== undefined ? `[${address}]` : (address ?? "");
  return `tproxy${named} to ${shown}${port === undefined ? "" : `:${port}`}`;
}

function queueText(
  reader: Reader,
  { num = 0, total = 1, flags = 0, sregQnum }: NonNullable<ExpressionData["queue"]>,
): string {
  const words = [
    queueExprFlags.has(flags, "bypass") && "bypass",
    queueExprFlags.has(flags, "cpuFanout") && "fanout",
  ].filter(Boolean);
  const set = words.length === 0 ? "" : ` flags ${words.join(",")}`;
  const computed = operandText(reader, reader.operand(sregQnum), any(integer(16, "host")));
  return `queue${set} to ${computed ?? (total > 1 ? `${num}-${num + total - 1}` : num)}`;
}

/** Returns the text of a link, which rules know by its index. */
const deviceText = (reader: Reader, register: number | undefined) =>
  operandText(reader, reader.operand(register), reader.typed(any(ifaceIndex)));

function dupText(reader: Reader, { sregAddr, sregDev }: NonNullable<ExpressionData["dup"]>): string {
  const six = reader.family === "ip6" || reader.family === "ipv6";
  const address = operandText(reader, reader.operand(sregAddr), any(six ? ipv6Addr : ipv4Addr));
  const device = deviceText(reader, sregDev);
  if (address === undefined) return `dup to ${device}`;
  return `dup to ${address}${device === undefined ? "" : ` device ${device}`}`;
}

function fwdText(reader: Reader, { sregDev, sregAddr, nfproto }: NonNullable<ExpressionData["fwd"]>): string {
  const device = deviceText(reader, sregDev);
  if (sregAddr === undefined) return `fwd to ${device}`;
  return `fwd ${familyWord(nfproto)} to ${operandText(reader, reader.operand(sregAddr), addressOf(nfproto))} device ${device}`;
}

/** Returns the text of a statement that sends packets elsewhere; `undefined` if it is another expression. */
export function destinationText(reader: Reader, { data = {} }: Expression): string | undefined {
  const { nat, masq, redir, tproxy, queue, dup, fwd } = data;
  if (nat !== undefined) return natText(reader, nat);
  if (masq !== undefined) return portsText(reader, "masquerade", masq);
  if (redir !== undefined) return portsText(reader, "redirect", redir);
  if (tproxy !== undefined) return tproxyText(reader, tproxy);
  if (queue !== undefined) return queueText(reader, queue);
  if (dup !== undefined) return dupText(reader, dup);
  return fwd === undefined ? undefined : fwdText(reader, fwd);
}
