import { atPath, DecodeError } from "../errors/errors.js";
import { align } from "../wire/align.js";
import { littleEndian } from "../wire/host.js";
import { compile } from "./compile.js";
import { NLA_HDRLEN, NLA_TYPE_MASK } from "./nlattr.js";
import type { Slot } from "./slot.js";
import type { Scope } from "./type.js";
import type { Scalar } from "./types/scalar.js";

// The kernel writes the attributes of a message always in the same order, some of them only at times. From the first
// values of a set that order is learned, and a reader made that asks at each attribute only whether it is the one
// expected next. That is half the work of looking each up: no table, no call through a variable, sizes as constants.

type ReadExpected = (
  value: object,
  view: DataView,
  at: number,
  end: number,
  scope: Scope | undefined,
) => number;

/** From how many values of a set its order is learned. */
export const LEARNED_FROM = 64;

/** The header of an attribute, as one number; 0 where none is left. */
const NEXT = `head = end - at >= ${NLA_HDRLEN} ? view.getUint32(at, ${littleEndian}) : 0;`;
const LENGTH = littleEndian ? "head & 0xffff" : "head >>> 16";
const NUMBER = `(${littleEndian ? "head >>> 16" : "head"} & ${NLA_TYPE_MASK})`;

const isScalar = (type: Slot["type"]): boolean => type.size !== undefined && "get" in type;

function scalarStep({ key, number, type }: Slot, read: string): string {
  const length = NLA_HDRLEN + type.size!;
  const head = littleEndian ? number * 0x10000 + length : length * 0x10000 + number;
  return `if (head === ${head} && end - at >= ${length}) {
    value[${JSON.stringify(key)}] = ${read}(view, at + ${NLA_HDRLEN}); at += ${align(length)}; ${NEXT}
  }`;
}

/** An attribute whose length is told by its header; it may come several times. */
function step({ number }: Slot, store: string): string {
  return `while (${NUMBER} === ${number}) {
    length = ${LENGTH};
    if (length < ${NLA_HDRLEN} || length > end - at) return at;
    ${store}(value, view, at + ${NLA_HDRLEN}, at + length, scope); at += align(length); ${NEXT}
  }`;
}

function readerOf(order: readonly Slot[]): ReadExpected | undefined {
  const reads = order.map(({ store, type }) => (isScalar(type) ? (type as Scalar<unknown>).get : store));
  const steps = order.map((slot, i) => (isScalar(slot.type) ? scalarStep : step)(slot, `read${i}`));
  // What was read in vain is where the reader stands.
  const misplaced = (error: unknown, view: DataView, at: number) => {
    const number = view.getUint16(at + 2, littleEndian) & NLA_TYPE_MASK;
    return atPath(error, order.find((slot) => slot.number === number)!.key, DecodeError);
  };
  const made = compile(
    "reads, align, misplaced",
    `const [${reads.map((_, i) => `read${i}`)}] = reads;
    return (value, view, at, end, scope) => {
      let head, length;
      try { ${NEXT} ${steps.join("\n")} } catch (error) { throw misplaced(error, view, at); }
      return at;
    };`,
  );
  return made?.(reads as never, align as never, misplaced as never) as ReadExpected | undefined;
}

/** What is known of the order in which the attributes of a set come. */
export class Expected {
  #order: Slot[] = [];
  #left = LEARNED_FROM;
  #read: ReadExpected | undefined;

  /** Whether more is to be learned. */
  get learning(): boolean {
    return this.#left > 0;
  }

  /** Reads into a value what comes as expected, and answers where it stopped. */
  read(value: object, view: DataView, at: number, end: number, scope: Scope | undefined): number {
    return this.#read === undefined ? at : this.#read(value, view, at, end, scope);
  }

  /** Learns from the attributes of one value. */
  learn(met: readonly Slot[]): void {
    for (const [i, slot] of met.entries())
      if (!this.#order.includes(slot))
        this.#order.splice(i === 0 ? 0 : this.#order.indexOf(met[i - 1]!) + 1, 0, slot);
    if (--this.#left === 0) this.#read = readerOf(this.#order);
  }
}
