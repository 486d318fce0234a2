import { ArgumentError } from "@rxnetlink/core";
import { aString, checkArgument } from "@rxnetlink/core/internal";
import { anyOf, negated } from "../combined.js";
import type { Condition } from "../condition.js";
import { ConditionExpression } from "../condition-expression.js";
import { hostCondition } from "../conditions/host.js";
import type { End } from "../filterable-socket.js";
import type { SocketExpression } from "../socket-expression.js";
import { UnexpectedWord } from "../text/syntax-error.js";
import { hostFrom } from "../text/words.js";

/**
 * Filters by an address, a prefix, or either of them with a port: `"10.0.0.1"`, `"10.0.0.0/8"`, `"10.0.0.1:22"`,
 * `"2001:db8::/32"`, `"[2001:db8::1]:22"`, `"*:22"`. Those of IPv4 include IPv4 in the sockets of IPv6
 * (`"::ffff:10.0.0.1"`).
 */
export interface HostTerm {
  /** Returns the filter for an address or prefix. */
  eq(host: string): SocketExpression;
  /** Returns the filter for everything outside an address or prefix. */
  ne(host: string): SocketExpression;
  /** Returns the filter for some addresses and prefixes. */
  in(...hosts: readonly string[]): SocketExpression;
}

function hostTerm(name: End): HostTerm {
  function condition(method: string, text: string): Condition {
    checkArgument(`${name}.${method}`, "host", text, aString);
    try {
      return hostCondition(
        name,
        hostFrom(text, () => undefined),
      );
    } catch (error) {
      if (!(error instanceof UnexpectedWord)) throw error;
      const reason = `${JSON.stringify(text)} is not as expected: ${error.expected}`;
      throw new ArgumentError(`${name}.${method}`, "host", reason, error.hint);
    }
  }
  return {
    eq: (host) => new ConditionExpression(condition("eq", host)),
    ne: (host) => new ConditionExpression(negated(condition("ne", host))),
    in(...hosts) {
      if (hosts.length === 0) throw new ArgumentError(`${name}.in`, "hosts", "needs at least one host");
      return new ConditionExpression(anyOf(hosts.map((host) => condition("in", host))));
    },
  };
}

/** Source address, at our end of the socket. */
export const src: HostTerm = hostTerm("src");

/** Destination address, at the other end of the socket. */
export const dst: HostTerm = hostTerm("dst");
