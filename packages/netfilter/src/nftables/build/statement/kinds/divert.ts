import { queueExprFlags } from "../../../expr/kinds/queue.js";
import { type Compiler, registerOf } from "../../compile/compiler.js";
import { IP, IP6 } from "../../compile/protocol.js";
import type { Statement } from "../../compile/statement.js";
import { isValue, loadOperand, needsOfValue, type Value } from "../../field/value.js";
import { ipv4Addr, ipv6Addr } from "../../value/address.js";
import { type DataType, integer, parse } from "../../value/data-type.js";
import type { Range } from "../../value/interval.js";
import { ifaceIndex, inetService } from "../../value/types.js";
import { statement } from "../statement.js";

/** Index of a link, or what a map holds. */
export type Device = number | Value<number | bigint>;

const any = <V>(type: DataType<V>) => type as DataType<never>;
const addressOf = (family: "ip" | "ip6") => any(family === "ip" ? ipv4Addr : ipv6Addr);
const familyBy = (address: unknown): "ip" | "ip6" | undefined =>
  typeof address === "string" ? (address.includes(":") ? "ip6" : "ip") : undefined;

/** Returns the family of an address, or the one that is certain. */
const familyAt = (c: Compiler, address: unknown): "ip" | "ip6" =>
  familyBy(address) ?? (c.network === IP6 ? "ip6" : "ip");

/** Where {@link tproxy} sends packets. */
export interface TproxyOptions {
  /** Address of the proxy; absent for that of the packet. */
  readonly to?: string | Value<string>;
  /** Port of the proxy. */
  readonly port?: number | Value<number | bigint>;
  /** Family that packets must have; by default that of the address. */
  readonly family?: "ip" | "ip6";
}

/** Gives packets to a transparent proxy on this machine; match the transport protocol before. */
export function tproxy({ to, port, family }: TproxyOptions): Statement {
  const compile = (c: Compiler) => {
    const known = c.network === IP ? "ip" : c.network === IP6 ? "ip6" : undefined;
    const own = family ?? familyBy(to) ?? known;
    const regAddr = to === undefined ? undefined : registerOf(loadOperand(c, to, addressOf(own ?? "ip")));
    const regPort = port === undefined ? undefined : registerOf(loadOperand(c, port, any(inetService)));
    const nfproto = own === undefined ? "unspec" : own === "ip" ? "ipv4" : "ipv6";
    c.emit("tproxy", {
      family: nfproto,
      ...(regAddr !== undefined && { regAddr }),
      ...(regPort !== undefined && { regPort }),
    });
  };
  return statement("tproxy", compile, [...needsOfValue(to), ...needsOfValue(port)]);
}

/** Settings of {@link queue}. */
export interface QueueOptions {
  /** Queue, several of them, or a number computed for the packet; 0 by default. */
  readonly num?: number | Range<number> | Value<number | bigint>;
  /** True to accept packets while no program has bound the queue. */
  readonly bypass?: boolean;
  /** True to spread packets over the queues by CPU. */
  readonly fanout?: boolean;
}

const QUEUE = integer(16, "host");

/** Passes packets to a program: `queue({ num: range(0, 3), fanout: true })`. */
export function queue({ num = 0, bypass = false, fanout = false }: QueueOptions = {}): Statement {
  const flags = queueExprFlags.of(
    ...(bypass ? ["bypass" as const] : []),
    ...(fanout ? ["cpuFanout" as const] : []),
  );
  const set = flags === 0 ? {} : { flags };
  if (isValue(num)) {
    const numbered = any(integer(32, "host"));
    return statement(
      "queue",
      (c) => c.emit("queue", { sregQnum: registerOf(loadOperand(c, num, numbered)), ...set }),
      num.needs,
    );
  }
  return statement("queue", (c) => {
    const { from, to } = parse(QUEUE, num);
    c.emit("queue", { num: Number(from), total: Number(to - from) + 1, ...set });
  });
}

/** Leaves the packet out of connection tracking. */
export const notrack = (): Statement => statement("notrack", (c) => c.emit("notrack", {}));

/** Where {@link dup} sends copies. */
export interface DupOptions {
  /** Address of the gateway; tables of ip and ip6. */
  readonly to?: string | Value<string>;
  /** Index of the link. */
  readonly device?: Device;
}

/** Sends a copy of the packet elsewhere. */
export function dup({ to, device }: DupOptions): Statement {
  const compile = (c: Compiler) => {
    const sregAddr =
      to === undefined ? undefined : registerOf(loadOperand(c, to, addressOf(familyAt(c, to))));
    const sregDev = device === undefined ? undefined : registerOf(loadOperand(c, device, any(ifaceIndex)));
    c.emit("dup", { ...(sregAddr !== undefined && { sregAddr }), ...(sregDev !== undefined && { sregDev }) });
  };
  return statement("dup", compile, [...needsOfValue(to), ...needsOfValue(device)]);
}

/** Where {@link fwd} sends packets. */
export interface FwdOptions {
  /** Index of the link. */
  readonly device: Device;
  /** Address of the neighbour; since 4.19. */
  readonly to?: string | Value<string>;
}

/** Sends the packet out of another link; tables of netdev. */
export function fwd({ device, to }: FwdOptions): Statement {
  const compile = (c: Compiler) => {
    const sregDev = registerOf(loadOperand(c, device, any(ifaceIndex)));
    if (to === undefined) return c.emit("fwd", { sregDev });
    const family = familyAt(c, to);
    const sregAddr = registerOf(loadOperand(c, to, addressOf(family)));
    c.emit("fwd", { sregDev, sregAddr, nfproto: family === "ip" ? "ipv4" : "ipv6" });
  };
  return statement("fwd", compile, [...needsOfValue(device), ...needsOfValue(to)]);
}

/** Lets a flowtable forward the packets of this connection from now on: `flowAdd("@fast")`. */
export const flowAdd = (flowtable: `@${string}`): Statement =>
  statement("flowAdd", (c) => c.emit("flow_offload", { tableName: flowtable.slice(1) }));
