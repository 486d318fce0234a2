import { matches, NetlinkObject, type ObjectDeclaration, retryInterrupted } from "@rxnetlink/core";
import { filter, type Observable } from "rxjs";

/** `TCM_IFINDEX_MAGIC_BLOCK`: in place of a link's index where `parent` is the number of a shared block. */
export const TCM_IFINDEX_MAGIC_BLOCK = -1;

/** Where the filters and chains of a shared block are: `filter.list$(sharedBlock(10))`. */
export function sharedBlock(index: number): { readonly ifindex: number; readonly parent: number } {
  return { ifindex: TCM_IFINDEX_MAGIC_BLOCK, parent: index };
}

/** `RTNLGRP_TC`. */
export const TC_GROUP = 4;

/** What a dump is asked with and what does not come back. */
export interface TcDumpOptions {
  /** Also the qdiscs that are inside others by default. */
  readonly dumpInvisible?: unknown;
  /** Terse or whole. */
  readonly dumpFlags?: unknown;
}

/** The verbs of an object of traffic control. */
export class TcObject<T extends TcDumpOptions> extends NetlinkObject<T> {
  /**
   * Emits those objects that have all that `match` has, then completes. `dumpInvisible` and `dumpFlags` say
   * what the kernel is to tell and are not compared.
   *
   * @throws DumpInterruptedError where the table changes faster than it can be read.
   */
  override list$(match: Partial<T> = {}): Observable<T> {
    const { types, layout, filters }: ObjectDeclaration<T> = this.declaration;
    const { dumpInvisible, dumpFlags, ...wanted } = match;
    const sent = Object.entries(match).filter(([key]) => filters.includes(key as keyof T));
    return this.connection
      .dump$({ type: types.get, layout, value: Object.fromEntries(sent) as Partial<T> })
      .pipe(
        retryInterrupted(),
        filter((value) => matches(value, wanted)),
      );
  }
}
