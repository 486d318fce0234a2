import type { AnyType } from "@rxnetlink/core/schema";

/** What layouts know about themselves, beside the contract of types. */
interface Parts {
  readonly prefix?: string;
  /** Attributes of a set. */
  readonly set?: Readonly<Record<string, readonly [number: number, type: AnyType]>>;
  /** Members of a struct. */
  readonly fields?: Readonly<Record<string, AnyType>>;
  /** Parts of a message. */
  readonly header?: Layout;
  readonly attributes?: Layout;
  /** Parts of a sub-message. */
  readonly selector?: string;
  readonly formats?: Readonly<Record<string, AnyType>>;
  /** Numbers by name, of an enumeration and of flags. */
  readonly values?: Readonly<Record<string, number>>;
  readonly bits?: Readonly<Record<string, number>>;
}

/** A layout with its parts. */
export type Layout = AnyType & Parts;

/** Returns a layout, or that to which it refers. */
export const resolved = (type: AnyType): Layout => type.target?.() ?? type;

/** Returns a name of ours as the kernel's descriptions write it: `txQueueLen` becomes `tx-queue-len`. */
export const dashed = (key: string): string =>
  key
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replaceAll("_", "-");
