import { type Layout, layoutOf } from "@rxnetlink/core/internal";
import type { AnyType } from "@rxnetlink/core/schema";
import { Collected, ownFields } from "./collected.js";
import type { LayoutDescription } from "./described.js";

/** Options of {@link describeLayout}. */
export interface DescribeOptions {
  /**
   * Returns the documentation of a member, if it is known: layouts have none at run time.
   *
   * @param layout - Name of the set of attributes or struct: `"link-attrs"`.
   * @param key - Key of the member: `"txqlen"`.
   */
  readonly docOf?: (layout: string, key: string) => string | undefined;
}

/**
 * Describes a declared layout as the kernel describes its families (YNL): names, numbers, types, enumerations. For
 * documentation, fuzzers and other languages, and for families of which the kernel has no description.
 *
 * Names are dashed. What descriptions have no word for, such as a value whose layout depends on a sibling, is described by its
 * usual form, or as bytes.
 *
 * @param layout - A message, set of attributes or struct.
 *
 * @example
 * JSON.stringify(describeLayout(nexthopMessage), undefined, 2);
 */
export function describeLayout(layout: AnyType, options: DescribeOptions = {}): LayoutDescription {
  const collected = new Collected(options.docOf ?? (() => undefined));
  const { header, attributes, ...whole } = layoutOf(layout);
  const [struct, set] = header === undefined ? [whole, whole] : [header, attributes];
  const message = {
    ...(ownFields(struct as Layout).length > 0 && { "fixed-header": collected.struct(struct as Layout) }),
    ...(set?.set && Object.keys(set.set).length > 0 && { "attribute-set": collected.set(set as Layout) }),
  };
  return {
    name: layout.name,
    definitions: collected.definitions,
    "attribute-sets": collected.sets,
    "sub-messages": collected.subMessages,
    message,
  };
}
