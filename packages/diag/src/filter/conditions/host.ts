import { ip, parseIp } from "@rxnetlink/core/schema";
import { operandOf } from "../code/assembler.js";
import { inetDiagHostcond } from "../code/operations.js";
import type { Condition } from "../condition.js";
import { type End, type FilterableSocket, isInet, portOf } from "../filterable-socket.js";
import { term } from "./term.js";

const AF_UNSPEC = 0;
const AF_INET = 2;
const AF_INET6 = 10;

/** A prefix, a port, or both, that an end of a socket may have. */
export interface Host {
  /** Addresses: IPv4 ones include those of IPv4 in the sockets of IPv6. */
  readonly prefix?: {
    /** First address of the prefix, or any in it. */
    readonly address: string;
    /** Length in bits. */
    readonly length: number;
  };
  /** Port. */
  readonly port?: number;
}

const isIpv6 = (address: string) => address.includes(":");

function hostText({ prefix, port }: Host): string {
  const suffix = port === undefined ? "" : `:${port}`;
  if (prefix === undefined) return `*${suffix}`;
  const { address, length } = prefix;
  if (!isIpv6(address)) return `${address}${length === 32 ? "" : `/${length}`}${suffix}`;
  return `[${address}${length === 128 ? "" : `/${length}`}]${suffix}`;
}

/** True if the first bits of addresses are equal. */
function sharePrefix(one: Uint8Array, other: Uint8Array, length: number): boolean {
  const whole = length >> 3;
  for (let i = 0; i < whole; i++) if (one[i] !== other[i]) return false;
  const rest = length & 7;
  return rest === 0 || (one[whole]! ^ other[whole]!) >> (8 - rest) === 0;
}

const MAPPED = parseIp("::ffff:0.0.0.0")!;

/** True if an address is within a prefix, or maps an IPv4 address that is. */
function isWithin(address: Uint8Array, prefix: Uint8Array, length: number): boolean {
  if (address.length === prefix.length) return sharePrefix(address, prefix, length);
  const isMapped = address.length === MAPPED.length && sharePrefix(address, MAPPED, 96);
  return isMapped && sharePrefix(address.subarray(12), prefix, length);
}

function hostcond({ prefix, port = -1 }: Host): Uint8Array {
  if (prefix === undefined) return operandOf([inetDiagHostcond, { family: AF_UNSPEC, prefixLen: 0, port }]);
  const { address, length: prefixLen } = prefix;
  const family = isIpv6(address) ? AF_INET6 : AF_INET;
  return operandOf([inetDiagHostcond, { family, prefixLen, port }], [ip, address]);
}

/** Returns the condition that an end of a socket of the internet protocols has an address and a port. */
export function hostCondition(end: End, host: Host): Condition {
  const { prefix, port } = host;
  const wanted = prefix && parseIp(prefix.address);
  function matches(socket: FilterableSocket): boolean {
    if (!isInet(socket) || (port !== undefined && portOf(socket, end) !== port)) return false;
    const address = parseIp(socket[end]!);
    return prefix === undefined || (address !== undefined && isWithin(address, wanted!, prefix.length));
  }
  return term({
    text: `${end} ${hostText(host)}`,
    code: end === "src" ? "sCond" : "dCond",
    operand: () => hostcond(host),
    matches,
  });
}
