import { DecodeError } from "@rxnetlink/core";
import { isRecord } from "@rxnetlink/core/internal";
import { joinBytes } from "../common/bytes.js";
import { type DevlinkValue, plainValue } from "../common/value.js";
import type { DevlinkFmsgPart } from "./layout.js";

/** A diagnosis or a dump: objects, arrays and values as the driver made them. */
export type DevlinkFmsgValue =
  | DevlinkValue
  | readonly DevlinkFmsgValue[]
  | { readonly [name: string]: DevlinkFmsgValue };

/** A nest that has begun, and what is in it so far. */
interface Open {
  readonly kind: "object" | "pair" | "array";
  readonly values: DevlinkFmsgValue[];
  readonly pairs: [name: string, value: DevlinkFmsgValue][];
  name?: string;
}

/** Returns the value of an array; long bytes are in several parts of one. */
const arrayOf = (values: DevlinkFmsgValue[]): DevlinkFmsgValue =>
  values.length > 0 && values.every((value) => value instanceof Uint8Array) ? joinBytes(values) : values;

/** Returns the object of pairs; values of the same name are an array. */
function objectOf(pairs: Open["pairs"]): DevlinkFmsgValue {
  const object: Record<string, DevlinkFmsgValue> = {};
  for (const name of new Set(pairs.map(([key]) => key))) {
    const values = pairs.filter(([key]) => key === name).map(([, value]) => value);
    object[name] = values.length === 1 ? values[0]! : values;
  }
  return object;
}

/** Rebuilds a diagnosis or a dump from its parts, which come in order. */
export class FmsgTree {
  readonly #root: Open = { kind: "array", values: [], pairs: [] };
  readonly #open: Open[] = [this.#root];

  /** Adds a part. */
  add(part: DevlinkFmsgPart): void {
    const top = this.#open.at(-1)!;
    if (part.fmsgObjNestStart) this.#begin("object");
    else if (part.fmsgPairNestStart) this.#begin("pair");
    else if (part.fmsgArrNestStart) this.#begin("array");
    else if (part.fmsgNestEnd) this.#end();
    else if (part.fmsgObjName !== undefined) top.name = part.fmsgObjName;
    else if (part.fmsgObjValueData !== undefined) top.values.push(plainValue(part.fmsgObjValueData));
  }

  /**
   * Returns the whole: mostly an object.
   *
   * @throws DecodeError if a part is missing.
   */
  whole(): DevlinkFmsgValue {
    if (this.#open.length > 1) throw new DecodeError(`${this.#open.length - 1} nests of fmsg do not end`);
    const { values, pairs } = this.#root;
    if (pairs.length === 0) return values.length === 1 ? values[0]! : values;
    const rest = objectOf(pairs);
    // What a driver says after too many ends belongs to its one object.
    if (values.length === 0) return rest;
    return values.length === 1 && isRecord(values[0])
      ? { ...values[0], ...(rest as object) }
      : [...values, rest];
  }

  #begin(kind: Open["kind"]): void {
    this.#open.push({ kind, values: [], pairs: [] });
  }

  #end(): void {
    // Some drivers end more than they begin.
    if (this.#open.length === 1) return;
    const ended = this.#open.pop()!;
    const outer = this.#open.at(-1)!;
    const { kind, values, pairs, name = "" } = ended;
    if (kind === "pair") outer.pairs.push([name, values.length === 1 ? values[0]! : values]);
    else if (kind === "array")
      outer.values.push(arrayOf(pairs.length === 0 ? values : [...values, objectOf(pairs)]));
    else outer.values.push(pairs.length === 0 && values.length === 1 ? values[0]! : objectOf(pairs));
  }
}
