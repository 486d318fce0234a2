import { atPath, EncodeError } from "@rxnetlink/core";
import { attributes, type Binary, message, refine, Writer } from "@rxnetlink/core/schema";
import { nfgenmsg } from "../../common/nfgenmsg.js";
import { passingEncoder } from "./codec.js";
import type { Element, ElementKey, SetElements } from "./element.js";
import { elementList, elementWriter } from "./element-writer.js";
import { elementsAttributes, type RawElement } from "./layout.js";
import { mergedElements } from "./merged.js";

/** Most bytes of a nest: its length has 16 bits, and counts its header. */
const MOST = 0xffff - 4;

/** Elements that are encoded already. */
const encodedList: Binary = refine<RawElement[], Uint8Array>(elementList, {
  write: (out, bytes) => out.append(bytes),
});

/** Layout of a message with elements that are encoded already. */
export const encodedElementsMessage = message(
  "elements",
  nfgenmsg,
  attributes(elementsAttributes.name, elementsAttributes.prefix, {
    ...elementsAttributes.set,
    elements: [3, encodedList],
  }),
);

/** Elements for one message. */
export interface Chunk {
  /** The elements, encoded. */
  readonly bytes: Uint8Array;
  /** Position of the element that the caller gave, for each that the kernel is given. */
  readonly sources: readonly number[];
}

/** Encodes elements into as few chunks as they fit in. */
function* chunksOf<E>(
  elements: Iterable<E>,
  encode: (element: E) => readonly (RawElement | Uint8Array)[],
  sourceOf = (index: number, _: E) => index,
): Generator<Chunk> {
  const out = new Writer(2 * MOST, true);
  const write = elementWriter(out);
  let sources: number[] = [];
  let index = 0;
  const taken = (end: number): Chunk => {
    const rest = out.take(end);
    const chunk = { bytes: out.take(), sources };
    out.append(rest);
    sources = [];
    return chunk;
  };
  for (const element of elements) {
    try {
      for (const raw of encode(element)) {
        const start = out.at;
        write(raw);
        if (out.at > MOST) yield taken(start);
        sources.push(sourceOf(index, element));
      }
    } catch (error) {
      throw atPath(atPath(error, `[${index}]`, EncodeError), "elements", EncodeError);
    }
    index++;
  }
  if (sources.length > 0) yield taken(out.at);
}

/**
 * Encodes elements of a set into as few messages as they fit in.
 *
 * @param merging - True if ranges may be joined, where the set says so.
 * @throws EncodeError, with the place of the element
 */
export function encodedElements({ set, elements }: SetElements, merging = false): Generator<Chunk> {
  const merged = merging ? mergedElements(set, elements) : undefined;
  if (merged !== undefined)
    return chunksOf(
      merged,
      ({ raws }) => raws,
      (_, { source }) => source,
    );
  return chunksOf<Element | ElementKey>(elements, passingEncoder(set));
}

/** Encodes elements as the kernel has them into as few messages as they fit in. */
export function encodedRawElements(elements: Iterable<RawElement>): Generator<Chunk> {
  return chunksOf(elements, (element) => [element]);
}
