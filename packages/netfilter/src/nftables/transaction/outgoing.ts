import type { CommitRequest, KernelRefusal, RequestLabel } from "@rxnetlink/core";
import { encodedElementsMessage } from "../element/chunks.js";
import { type KindName, kinds } from "./kinds.js";

/** A message of a transaction. */
export interface Outgoing {
  /** Position of its step. */
  readonly step: number;
  readonly request: CommitRequest;
  /** Returns the place in the value of the step, for one in the message. */
  placed(path: string): string;
}

const EPERM = 1;
const NAMED_BY = ["family", "table", "chain", "set", "name", "handle"];

/** A table that another socket owns looks like one that may not be changed for lack of a capability. */
const hint = ({ errno, path }: KernelRefusal) =>
  errno === EPERM && path !== undefined ? "another socket owns the table (flag owner)" : undefined;

const labelOf = (object: string, verb: string): RequestLabel => ({ object, verb, namedBy: NAMED_BY, hint });

const unchanged = (path: string) => path;

/** Returns a message about one object. */
export function outgoing(
  step: number,
  kind: KindName,
  verb: string,
  type: number,
  flags: number,
  value: object,
): Outgoing {
  const request = { type, flags, value, layout: kinds[kind].layout, label: labelOf(kind, verb) };
  return { step, request, placed: unchanged };
}

/** Returns the place of an element in the caller's list, for its place in a message. */
const placedIn =
  (sources: readonly number[], list: string) =>
  (path: string): string =>
    path.replace(/^elements\[(\d+)\]/, (_, index) => `${list}[${sources[Number(index)]}]`);

/** Returns a message with elements that are encoded already. */
export function outgoingElements(
  step: number,
  verb: string,
  type: number,
  flags: number,
  value: object,
  { bytes, sources, list = "elements" }: { bytes: Uint8Array; sources: readonly number[]; list?: string },
): Outgoing {
  const layout = encodedElementsMessage;
  const request = {
    type,
    flags,
    value: { ...value, elements: bytes },
    layout,
    label: labelOf("element", verb),
  };
  return { step, request, placed: placedIn(sources, list) };
}
