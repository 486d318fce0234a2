import { EncodeError } from "@rxnetlink/core";
import { natRangeFlags } from "../../../expr/nat-range-flags.js";
import { type Compiler, registerOf, slotAfter } from "../../compile/compiler.js";
import { IP, IP6 } from "../../compile/protocol.js";
import type { Statement } from "../../compile/statement.js";
import { Mapping } from "../../field/mapping.js";
import { emitImmediate, isValue, needsOfValue, type Value } from "../../field/value.js";
import { ipv4Addr, ipv6Addr } from "../../value/address.js";
import { toBytes } from "../../value/bytes.js";
import { type DataType, parse } from "../../value/data-type.js";
import { isRange, type Range } from "../../value/interval.js";
import { inetService } from "../../value/types.js";
import { statement } from "../statement.js";

/** How addresses and ports are chosen. */
export interface NatFlags {
  /** Chooses the port at random, from a hash of the connection. */
  readonly random?: boolean;
  /** Chooses the port wholly at random. */
  readonly fullyRandom?: boolean;
  /** Gives a client the same address each time. */
  readonly persistent?: boolean;
}

/** Ports to translate to: one, a range, or what a map holds. */
export type NatPort = number | Range<number> | Value<number>;
/** Addresses to translate to: one, a prefix, a range, or what a map holds, with ports if its data are lists of two. */
export type NatAddress =
  | string
  | Range<string>
  | Value<string>
  | Mapping<readonly [string | Range<string>, number | Range<number>]>;

/** Where {@link snat} and {@link dnat} translate to. */
export interface NatOptions extends NatFlags {
  /** Address; absent to translate the port only. */
  readonly to?: NatAddress;
  /** Port. */
  readonly port?: NatPort;
  /** Family of the address, where neither it nor the table tells. */
  readonly family?: "ip" | "ip6";
  /** True to keep the host part of the address (netmap). */
  readonly prefix?: boolean;
  /** True if a map with a name also holds ports: `type ipv4_addr : ipv4_addr . inet_service`. */
  readonly withPort?: boolean;
}

/** Settings of {@link masquerade} and {@link redirect}. */
export interface PortOptions extends NatFlags {
  /** Port. */
  readonly port?: NatPort;
}

/** Translates the source address: `snat("192.0.2.1")`, `snat({ to: "192.0.2.1", port: range(1024, 2048) })`. */
export const snat = (to: NatOptions | NatAddress): Statement => translation("snat", to);
/** Translates the destination address: `dnat({ to: "192.0.2.2", port: 8080 })`. */
export const dnat = (to: NatOptions | NatAddress): Statement => translation("dnat", to);

/** Translates the source address to that of the output link. */
export function masquerade(options: PortOptions = {}): Statement {
  return statement("masquerade", (c) => c.emit("masq", ports(c, options)), needsOfValue(options.port));
}

/** Translates the destination address to this machine. */
export function redirect(options: PortOptions = {}): Statement {
  return statement("redirect", (c) => c.emit("redir", ports(c, options)), needsOfValue(options.port));
}

const isOptions = (to: unknown): to is NatOptions =>
  typeof to === "object" && to !== null && !isValue(to) && !isRange(to);

function translation(type: "snat" | "dnat", given: NatOptions | NatAddress): Statement {
  const options: NatOptions = isOptions(given) ? given : { to: given };
  const { to, port } = options;
  const compile = (c: Compiler) => {
    const family = familyOf(c, options);
    const addressType = (family === "ip" ? ipv4Addr : ipv6Addr) as DataType<never>;
    const base = { type, family: family === "ip" ? "ipv4" : "ipv6" } as const;
    if (to instanceof Mapping && holdsPorts(to, options))
      return c.emit("nat", { ...base, ...mapped(c, to, addressType, options) });
    const address = to === undefined ? {} : addresses(c, to, addressType);
    const { regProtoMin, regProtoMax, flags = 0 } = ports(c, options);
    const all = flags | (options.prefix ? natRangeFlags.of("netmap") : 0);
    const registers = {
      ...address,
      ...(regProtoMin && { regProtoMin }),
      ...(regProtoMax && { regProtoMax }),
    };
    c.emit("nat", { ...base, ...registers, ...(all !== 0 && { flags: all }) });
  };
  return statement(type, compile, [...needsOfValue(to), ...needsOfValue(port)]);
}

/** Returns the family by the option, the address, the table or a match before. */
function familyOf(c: Compiler, { family, to }: NatOptions): "ip" | "ip6" {
  if (family !== undefined) return family;
  const text = isRange(to) ? to.from : to;
  if (typeof text === "string") return text.includes(":") ? "ip6" : "ip";
  if (c.network === IP || c.network === IP6) return c.network.name as "ip" | "ip6";
  throw new EncodeError('neither the address nor the table tells the family: "ip" or "ip6"').at("family");
}

function flagsOf({ random, fullyRandom, persistent }: NatFlags): number {
  return natRangeFlags.of(
    ...(random ? ["protoRandom" as const] : []),
    ...(fullyRandom ? ["protoRandomFully" as const] : []),
    ...(persistent ? ["persistent" as const] : []),
  );
}

interface PortRegisters {
  regProtoMin?: number;
  regProtoMax?: number;
  flags?: number;
}

function ports(c: Compiler, options: PortOptions): PortRegisters {
  const { port } = options;
  const flags = flagsOf(options);
  if (port === undefined) return flags === 0 ? {} : { flags };
  const [regProtoMin, regProtoMax] = bounds(c, port, inetService as DataType<never>);
  const all = flags | natRangeFlags.of("protoSpecified");
  return regProtoMax === undefined ? { regProtoMin, flags: all } : { regProtoMin, regProtoMax, flags: all };
}

function addresses(c: Compiler, to: NatAddress, type: DataType<never>) {
  const [regAddrMin, regAddrMax] = bounds(c, to, type);
  return regAddrMax === undefined ? { regAddrMin } : { regAddrMin, regAddrMax };
}

/** Loads an address or a port, or the first and the last of several, and returns the registers. */
function bounds(c: Compiler, given: unknown, type: DataType<never>): [min: number, max?: number] {
  const size = type.bits / 8;
  if (given instanceof Mapping) {
    const slot = c.reserve(Math.max(given.space, 2 * size));
    const intervals = given.loadParts(c, slot, [type]);
    return intervals ? [registerOf(slot), registerOf(slotAfter(slot, size))] : [registerOf(slot)];
  }
  if (isValue(given)) {
    const slot = c.reserve(Math.max(given.space, size));
    given.loadAs(c, slot, type);
    return [registerOf(slot)];
  }
  const { from, to } = parse(type as DataType<unknown>, given);
  const put = (value: bigint) => {
    const slot = c.reserve(size);
    emitImmediate(c, slot, toBytes(value, size, type.order));
    return registerOf(slot);
  };
  return from === to ? [put(from)] : [put(from), put(to)];
}

function holdsPorts({ source }: Mapping<unknown>, { withPort = false }: NatOptions): boolean {
  return "named" in source ? withPort : source.pairs().some(({ held }) => Array.isArray(held));
}

/** Translates to an address and a port of a map, or to ranges of them. */
function mapped(c: Compiler, to: Mapping<unknown>, address: DataType<never>, options: NatOptions) {
  const size = address.bits / 8;
  const slot = c.reserve(Math.max(to.space, 2 * (size + 4)));
  const intervals = to.loadParts(c, slot, [address, inetService as DataType<never>]);
  const port = slotAfter(slot, size);
  const second = slotAfter(port, 2);
  const first = { regAddrMin: registerOf(slot), regProtoMin: registerOf(port) };
  const ends = { regAddrMax: registerOf(second), regProtoMax: registerOf(slotAfter(second, size)) };
  const flags = flagsOf(options);
  return { ...first, ...(intervals && ends), ...(flags !== 0 && { flags }) };
}
