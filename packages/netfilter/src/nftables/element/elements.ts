import { type Connection, EncodeError } from "@rxnetlink/core";
import { checkRecord, deferred } from "@rxnetlink/core/internal";
import { retryInterrupted } from "@rxnetlink/core/operators";
import { NLM_F_ACK } from "@rxnetlink/core/schema";
import { concatMap, from, mergeMap, type Observable, of, reduce } from "rxjs";
import { NFT_MSG_GETSETELEM, NFT_MSG_GETSETELEM_RESET } from "../common/nft-msg.js";
import type { SetGiven } from "../set/given.js";
import type { NftSets } from "../set/set.js";
import { decodeElements, elementEncoder } from "./codec.js";
import type { Element, ElementKey } from "./element.js";
import { elementsMessage, type RawElement, type RawElements } from "./layout.js";

/** Elements of sets. They are changed by transactions. */
export interface Elements {
  /**
   * Emits the elements of a set, with intervals as ranges, then completes. Looks the set up first, unless the value given has
   * its types.
   *
   * Errors with a `KernelError` (`ENOENT`) if there is no such set.
   *
   * @example
   * nf.nftables.element.list$({ family: "inet", table: "filter", name: "blocked" });
   */
  list$(set: SetGiven): Observable<Element>;
  /**
   * Emits the element that a key is in: of a set of intervals, the interval.
   *
   * Errors with a `KernelError` (`ENOENT`) if there is none.
   */
  get$(set: SetGiven, key: ElementKey): Observable<Element>;
  /** Emits the elements of a set as the kernel has them: halves of intervals, and bytes. */
  raw$(set: SetGiven): Observable<RawElement>;
  /** Emits the elements of a set and resets their counters and quotas; since 6.5. */
  reset$(set: SetGiven): Observable<Element>;
}

const TRIES = 10;

function reference({ family, table, name }: SetGiven): Partial<RawElements> {
  if (table === undefined) throw new EncodeError("is missing").at("table");
  if (name === undefined) throw new EncodeError("is missing").at("name");
  return { ...(family !== undefined && { family }), table, set: name };
}

const labelOf = (verb: string) => ({ object: "element", verb, namedBy: ["family", "table", "set"] });

/** Reads elements. */
class ElementReads implements Elements {
  readonly #connection: Connection;
  readonly #sets: NftSets;

  constructor(connection: Connection, sets: NftSets) {
    this.#connection = connection;
    this.#sets = sets;
  }

  list$(set: SetGiven): Observable<Element> {
    return this.#decoded$(set, (it) => this.#rows$(it, NFT_MSG_GETSETELEM, "list"));
  }

  reset$(set: SetGiven): Observable<Element> {
    return this.#decoded$(set, (it) => this.#rows$(it, NFT_MSG_GETSETELEM_RESET, "reset"));
  }

  raw$(set: SetGiven): Observable<RawElement> {
    return deferred(() => {
      checkRecord(set, "set");
      return this.#rows$(set, NFT_MSG_GETSETELEM, "list");
    });
  }

  get$(set: SetGiven, key: ElementKey): Observable<Element> {
    return this.#decoded$(set, (it) => {
      const value = { ...reference(it), elements: elementEncoder(it)(key) };
      // The kernel answers for each half of an interval on its own.
      const flags = NLM_F_ACK;
      return this.#connection
        .request$({ type: NFT_MSG_GETSETELEM, flags, layout: elementsMessage, value, label: labelOf("get") })
        .pipe(concatMap(({ elements = [] }) => elements));
    });
  }

  #decoded$(set: SetGiven, read: (set: SetGiven) => Observable<RawElement>): Observable<Element> {
    return deferred(() => {
      checkRecord(set, "set");
      return this.#described$(set).pipe(
        mergeMap((it) =>
          read(it).pipe(
            reduce<RawElement, RawElement[]>((all, raw) => {
              all.push(raw);
              return all;
            }, []),
            concatMap((raws) => from(decodeElements(it, raws))),
          ),
        ),
      );
    });
  }

  /** Returns the set with its types. */
  #described$(set: SetGiven): Observable<SetGiven> {
    if (set.keyType !== undefined && set.flags !== undefined) return of(set);
    const { family, table, name } = set;
    reference(set);
    return this.#sets.get$({ ...(family !== undefined && { family }), table: table!, name: name! });
  }

  #rows$(set: SetGiven, type: number, verb: string): Observable<RawElement> {
    const value = reference(set);
    return this.#connection.dump$({ type, layout: elementsMessage, value, label: labelOf(verb) }).pipe(
      concatMap(({ elements = [] }) => elements),
      retryInterrupted(TRIES),
    );
  }
}

/** Returns the elements of sets over a connection. */
export function elementsOf(connection: Connection, sets: NftSets): Elements {
  return new ElementReads(connection, sets);
}
