import { type Ack, bindObject } from "@rxnetlink/core";
import { checkOptions } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import type { Family } from "../family/definition.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { SEG6_CMD_GET_TUNSRC, SEG6_CMD_SET_TUNSRC } from "./commands.js";
import { type Seg6Hmacs, seg6HmacObject } from "./hmac.js";
import { type Seg6TunnelSource, seg6Message } from "./layout.js";

/** The family of segment routing. */
export const seg6Family: Family = { name: "SEG6", version: 1, from: "IPv6 and CONFIG_IPV6_SEG6_LWTUNNEL" };

/** The source address of tunnels of segment routing, where a route names none. */
export interface Seg6TunnelSourceVerbs {
  /** Emits the address (`SEG6_CMD_GET_TUNSRC`); `"::"` if none is set. */
  get$(): Observable<Seg6TunnelSource>;
  /** Sets the address (`SEG6_CMD_SET_TUNSRC`); `"::"` has the kernel choose one of the link. */
  set$(source: Seg6TunnelSource): Observable<Ack>;
}

/** Segment routing over IPv6 in one network namespace. Everything needs `CAP_NET_ADMIN` in the initial user namespace. */
export interface Seg6 {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Source address of tunnels. */
  readonly tunnelSource: Seg6TunnelSourceVerbs;
  /** Keys that sign and verify headers. */
  readonly hmac: Seg6Hmacs;
}

function tunnelSourceOf(connection: FamilyConnection): Seg6TunnelSourceVerbs {
  const request = (type: number, verb: string, value: Seg6TunnelSource) => ({
    type,
    layout: nest<Seg6TunnelSource>(seg6Message),
    value,
    label: { object: "seg6TunnelSource", verb, namedBy: ["dst"] },
  });
  return {
    get$: () => connection.request$(request(SEG6_CMD_GET_TUNSRC, "get", {})),
    set$: (source) => connection.execute$(request(SEG6_CMD_SET_TUNSRC, "set", source)),
  };
}

/**
 * Opens segment routing over IPv6 (`SEG6`) over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function seg6(options: FamilyOptions): Seg6 {
  const { transport, ...rest } = checkOptions("seg6", options, familyChecks);
  const connection = connectFamily(transport, seg6Family, rest);
  return {
    connection,
    tunnelSource: tunnelSourceOf(connection),
    hmac: bindObject(connection, seg6HmacObject),
  };
}
