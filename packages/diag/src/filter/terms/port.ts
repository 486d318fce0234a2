import { ArgumentError } from "@rxnetlink/core";
import { anInteger, checkArgument } from "@rxnetlink/core/internal";
import { anyOf } from "../combined.js";
import { ConditionExpression } from "../condition-expression.js";
import { type Comparison, portCondition } from "../conditions/port.js";
import type { End } from "../filterable-socket.js";
import type { SocketExpression } from "../socket-expression.js";

/** Filters by a port, from 0 to 65535. */
export interface PortTerm {
  /** Returns the filter for this port. */
  eq(port: number): SocketExpression;
  /** Returns the filter for all other ports. */
  ne(port: number): SocketExpression;
  /** Returns the filter for smaller ports. */
  lt(port: number): SocketExpression;
  /** Returns the filter for this port and smaller ones. */
  le(port: number): SocketExpression;
  /** Returns the filter for larger ports. */
  gt(port: number): SocketExpression;
  /** Returns the filter for this port and larger ones. */
  ge(port: number): SocketExpression;
  /** Returns the filter for some ports. */
  in(...ports: readonly number[]): SocketExpression;
}

const aPort = anInteger(0, 0xffff);

function portTerm(name: string, end: End): PortTerm {
  function condition(method: string, comparison: Comparison, port: number) {
    checkArgument(`${name}.${method}`, "port", port, aPort);
    return portCondition(end, comparison, port);
  }
  const by = (method: string, comparison: Comparison) => (port: number) =>
    new ConditionExpression(condition(method, comparison, port));
  return {
    eq: by("eq", "="),
    ne: by("ne", "!="),
    lt: by("lt", "<"),
    le: by("le", "<="),
    gt: by("gt", ">"),
    ge: by("ge", ">="),
    in(...ports) {
      if (ports.length === 0) throw new ArgumentError(`${name}.in`, "ports", "needs at least one port");
      return new ConditionExpression(anyOf(ports.map((port) => condition("in", "=", port))));
    },
  };
}

/** Source port, at our end of the socket. */
export const sport: PortTerm = portTerm("sport", "src");

/** Destination port, at the other end of the socket. */
export const dport: PortTerm = portTerm("dport", "dst");
