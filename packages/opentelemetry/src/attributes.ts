import type { Attributes } from "@opentelemetry/api";
import { type Endpoint, type NetlinkProtocol, netlinkProtocols, type RequestTrace } from "@rxnetlink/core";

/** Names of attributes of spans and metrics. */
export const ATTRIBUTE = {
  protocol: "netlink.protocol",
  namespace: "netlink.namespace",
  kind: "netlink.request.kind",
  object: "netlink.object",
  operation: "netlink.operation",
  identity: "netlink.identity",
  type: "netlink.message.type",
  flags: "netlink.message.flags",
  replies: "netlink.replies",
  rejected: "netlink.rejected",
  outcome: "netlink.outcome",
  errno: "netlink.errno",
  path: "netlink.error.path",
  change: "netlink.change",
  error: "error.type",
} as const;

/** Returns the name of a protocol, `"route"`, or its number if it has none. */
export function protocolName(protocol: number): string {
  const rows: readonly NetlinkProtocol[] = netlinkProtocols;
  return rows[protocol]?.name ?? String(protocol);
}

/** Returns the attributes of the place that something happened at. */
export const placeAttributes = ({ protocol, namespace }: Endpoint): Attributes => ({
  [ATTRIBUTE.protocol]: protocolName(protocol),
  ...(namespace !== undefined && { [ATTRIBUTE.namespace]: String(namespace) }),
});

/** Returns the attributes by which durations are told apart: few enough for a metric. */
export const metricAttributes = (trace: RequestTrace): Attributes => ({
  ...placeAttributes(trace),
  [ATTRIBUTE.kind]: trace.kind,
  ...(trace.object !== undefined && { [ATTRIBUTE.object]: trace.object }),
  ...(trace.verb !== undefined && { [ATTRIBUTE.operation]: trace.verb }),
  ...(trace.outcome === "failed" && { [ATTRIBUTE.error]: errorType(trace) }),
});

/** Returns the errno by name, or the class of an error without one. */
function errorType({ code, error }: RequestTrace): string {
  return code ?? (error instanceof Error ? error.name : "_OTHER");
}
