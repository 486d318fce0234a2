import type { AnyType } from "@rxnetlink/core/schema";
import { describeLayout } from "#src/describe/describe-layout.js";
import { loadSpec } from "#src/load-spec.js";

/** Returns the layout that the description of a layout gives. */
export function reloaded(layout: AnyType, protocol = "netlink-raw"): AnyType {
  const { message, ...parts } = JSON.parse(JSON.stringify(describeLayout(layout)));
  const operation = { name: "it", do: { request: {} }, ...message };
  const spec = loadSpec({ ...parts, protocol, protonum: 0, operations: { list: [operation] } });
  return spec.operations.it!.layout;
}
