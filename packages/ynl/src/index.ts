/**
 * Any netlink family from the kernel's description of it, at run time or as TypeScript.
 *
 * @module
 */
export { declaredNames } from "./client/input.js";
export type { FamilyNotification, NotificationName, YnlNotification } from "./client/notifications.js";
export type { RequestOptions } from "./client/requests.js";
export { toText } from "./client/to-text.js";
export type { YnlWatchOptions } from "./client/watch.js";
export { type ReplyOf, type Requestable, type ValueOf, type Ynl, ynl } from "./client/ynl.js";
export { type DescribeOptions, describeLayout } from "./describe/describe-layout.js";
export type {
  DescribedDefinition,
  DescribedEntry,
  DescribedFormat,
  DescribedMember,
  DescribedSet,
  DescribedSubMessage,
  DescribedType,
  LayoutDescription,
} from "./describe/described.js";
export { loadSpec } from "./load-spec.js";
export type { Protocol } from "./source/source.js";
export { SpecError } from "./source/spec-error.js";
export type { DescribedValue, LoadedSpec, Numbers, Operation, Spec } from "./spec.js";
export { type TypesOptions, typesOf } from "./typescript/types-of.js";
