import { atPath, EncodeError } from "@rxnetlink/core";
import { attributes, Writer } from "@rxnetlink/core/schema";
import { adtAttributes } from "../element/attributes.js";
import { type IpSetElement, takenApart } from "../element/element.js";
import { elementCheck } from "../requests.js";

/** Bytes of a message with many elements: an attribute has at most 65535. */
const ROOM = 60_000;
/** Most elements of a message, which counts those that cannot be encoded. */
const MOST = 0xffff;

/** The attribute that holds one of many elements. */
const one = attributes("ipset-adt", "IPSET_ATTR_", { data: [7, adtAttributes] });

/** An element, by its position. */
export interface Entry<E> {
  /** Position among all elements, from 0. */
  readonly index: number;
  /** The element. */
  readonly value: E;
  /** Set if it cannot be encoded, and is not sent. */
  readonly error?: Error;
}

/** Elements that leave in one message. The kernel knows each by its position in `entries`, from 1. */
export interface Chunk<E> {
  readonly entries: readonly Entry<E>[];
  /** The encoded elements. */
  readonly adt: Uint8Array;
}

/** Takes elements from an iterable, as many as fit into a message. */
export class Chunks<E extends IpSetElement> {
  readonly #iterator: Iterator<E>;
  readonly #check: (element: IpSetElement) => void;
  readonly #stop: boolean;
  #index = 0;

  /** @param stop - True if an element that cannot be encoded is the last. */
  constructor(elements: Iterable<E>, typename: string, stop: boolean) {
    this.#iterator = elements[Symbol.iterator]();
    this.#check = elementCheck(typename);
    this.#stop = stop;
  }

  /** Returns the next elements; `undefined` at the end. */
  next(): Chunk<E> | undefined {
    const out = new Writer(ROOM + 2048, true);
    const entries: Entry<E>[] = [];
    while (out.at < ROOM && entries.length < MOST) {
      const { done, value } = this.#iterator.next();
      if (done) break;
      const entry = this.#written(out, { index: this.#index++, value }, entries.length + 1);
      entries.push(entry);
      if (this.#stop && entry.error !== undefined) break;
    }
    return entries.length === 0 ? undefined : { entries, adt: out.take() };
  }

  /** Ends the caller's iteration. */
  end(): void {
    this.#iterator.return?.();
  }

  #written(out: Writer, entry: Entry<E>, lineno: number): Entry<E> {
    const start = out.at;
    try {
      this.#check(entry.value);
      one.write(out, { data: { ...takenApart(entry.value), lineno } });
      return entry;
    } catch (error) {
      out.at = start;
      return { ...entry, error: placed(error, entry.index) };
    }
  }
}

/** Returns an error of an element with its position, in place of the attribute that it was to be written into. */
function placed(error: unknown, index: number): Error {
  if (error instanceof EncodeError && error.path.startsWith("data.")) error.without(1);
  return atPath(error, `[${index}]`, EncodeError);
}
