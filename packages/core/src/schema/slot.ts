import type { AnyType, Scope } from "./type.js";

/** Attributes by key: number and type of each. */
export type Attributes = Readonly<Record<string, readonly [number: number, type: AnyType]>>;

type Value = Record<string, unknown>;
/** Reads an attribute into a value. */
export type Store = (value: Value, view: DataView, at: number, end: number, scope: Scope | undefined) => void;

/** One attribute of a set. */
export interface Slot {
  readonly key: string;
  readonly number: number;
  readonly type: AnyType;
  readonly store: Store;
}
