import { EncodeError, pick, type RequestVerb } from "@rxnetlink/core";
import { familyOf } from "../tuple/family.js";
import { inverse } from "../tuple/inverse.js";
import type { Tuple } from "../tuple/layout.js";
import { filterOf } from "./filter.js";
import { completeFlush } from "./group.js";
import { type Conntrack, conntrackMessage } from "./layout.js";
import type { Nat } from "./nat.js";
import { conntrackStatus } from "./status.js";

const { confirmed, srcNat, dstNat } = conntrackStatus.bits;

/** Returns the key of a connection, which must have a tuple: without one, the kernel deletes all connections. */
export function keyOf(value: Partial<Conntrack>, verb: "get" | "delete"): Partial<Conntrack> {
  const { tupleOrig, tupleReply } = value;
  const tuple = tupleOrig === undefined ? { tupleReply } : { tupleOrig };
  if (tupleOrig === undefined && tupleReply === undefined)
    throw new EncodeError("it names no connection: tupleOrig is missing", {
      hint: "flush$ deletes the connections that match; flushAll$ deletes all of them, of a family or with a mark",
    });
  const family = value.family ?? familyOf(tupleOrig, tupleReply);
  return {
    ...(family !== undefined && { family }),
    ...(tuple as Partial<Conntrack>),
    ...pick(value, "zone"),
    ...(verb === "delete" && pick(value, "id")),
  };
}

/** Returns the translation to an address and a port. */
function natTo(address: string | undefined, port: number | undefined): Nat {
  return {
    ...(address !== undefined && { minip: address, maxip: address }),
    ...(port !== undefined && { proto: { min: port, max: port } }),
  };
}

/** Returns the reply tuple, and the translations by which the kernel makes it what it was in a connection that was listed. */
function translated(given: Partial<Conntrack>, tupleOrig: Tuple): Partial<Conntrack> {
  const { status = 0, tupleReply } = given;
  const plain = { tupleReply: inverse(tupleOrig) };
  if (tupleReply === undefined) return plain;
  if (!conntrackMessage.isListed!(given) || (status & (srcNat | dstNat)) === 0) return {};
  const { ip = {}, proto = {} } = tupleReply;
  return {
    ...plain,
    ...((status & srcNat) !== 0 && { natSrc: natTo(ip.dst, proto.dstPort) }),
    ...((status & dstNat) !== 0 && { natDst: natTo(ip.src, proto.srcPort) }),
  };
}

/** Completes a new connection: the reply tuple, and the status that all connections in the table have. */
function completeNew(given: Partial<Conntrack>): Partial<Conntrack> {
  const status = ((given.status ?? 0) | confirmed) >>> 0;
  const { tupleOrig } = given;
  return { ...given, ...(tupleOrig && translated(given, tupleOrig)), status };
}

/** Returns a listed connection without its id, which the kernel chooses. */
function withoutId(value: Partial<Conntrack>): Partial<Conntrack> {
  const { id: _, ...rest } = value;
  return conntrackMessage.isListed!(value) ? rest : value;
}

/** Completes a request: the family from the addresses, a filter from a match, and what a new connection needs. */
export function completeConntrack(given: Partial<Conntrack>, verb: RequestVerb): Partial<Conntrack> {
  if (verb === "list") return filterOf(given);
  if (verb === "flushAll") return completeFlush(given);
  if (verb === "get" || verb === "delete") return given;
  const value = verb === "add" ? completeNew(given) : given;
  const family = given.family ?? familyOf(given.tupleOrig, given.tupleReply);
  return { ...withoutId(value), ...(family !== undefined && { family }) };
}
