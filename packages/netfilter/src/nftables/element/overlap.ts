import { KernelError } from "@rxnetlink/core";
import { isRecord } from "@rxnetlink/core/internal";
import type { Range } from "../build/value/interval.js";
import { asElement, rangeFinder } from "./codec.js";
import type { ElementKey, SetElements } from "./element.js";

/** A range was refused, since it overlaps another one that is not the same (`EEXIST`). */
export class OverlapError extends KernelError {
  constructor(
    error: KernelError,
    /** Key that was refused. */
    readonly range: ElementKey,
    /** Key of the same step that it overlaps; `undefined` if it is in the set already. */
    readonly other: ElementKey | undefined,
  ) {
    const { errno, text, path, missing, policy, cookie, request } = error;
    const with_ = other === undefined ? "an element that the set has" : keyText(other);
    const hint = `${keyText(range)} overlaps ${with_}; auto-merge joins those that are added together`;
    super({ errno, text, path, missing, policy, cookie, hint }, request);
  }
}

/** Returns a key as nft writes it. */
function keyText(key: ElementKey): string {
  if (Array.isArray(key)) return key.map((part) => keyText(part as ElementKey)).join(" . ");
  if (isRecord(key) && key.type === "range")
    return `${(key as Range<unknown>).from}-${(key as Range<unknown>).to}`;
  return String(key);
}

/** Returns an error about an element with what it overlaps, if it is one about that. */
export function explained(error: KernelError, value: object): KernelError {
  const index = Number(/^elements\[(\d+)\]/.exec(error.path ?? "")?.[1]);
  const { set, elements } = value as SetElements;
  if (error.code !== "EEXIST" || Number.isNaN(index) || !isRecord(set)) return error;
  const keys = [...elements].map((element) => asElement(element).key);
  const range = keys[index];
  const overlaps = rangeFinder(set, range);
  if (range === undefined || overlaps === undefined) return error;
  const other = keys.find((key, at) => at !== index && key !== undefined && overlaps(key));
  return new OverlapError(error, range, other);
}
