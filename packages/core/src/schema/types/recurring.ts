import { refine } from "../refine.js";
import type { Scope, Type } from "../type.js";

/** Number of texts that are kept, a power of two. */
const KEPT = 64;
/** Numbers that are kept of each address: its size and up to four words. */
const NUMBERS = 5;

/** Reads addresses, and keeps the last text in each of some places; the last word of an address determines its place. */
class Recent {
  readonly #type: Type<string>;
  readonly #numbers = new Uint32Array(KEPT * NUMBERS);
  readonly #texts = new Array<string>(KEPT).fill("");

  constructor(type: Type<string>) {
    this.#type = type;
  }

  read(view: DataView, at: number, end: number, scope?: Scope): string {
    if (end - at !== 4 && end - at !== 16) return this.#type.read(view, at, end, scope);
    const last = view.getUint32(end - 4);
    const place = (last ^ (last >>> 8) ^ (last >>> 16)) & (KEPT - 1);
    if (!this.#holds(place * NUMBERS, view, at, end)) {
      this.#texts[place] = this.#type.read(view, at, end, scope);
      this.#keep(place * NUMBERS, view, at, end);
    }
    return this.#texts[place]!;
  }

  #holds(from: number, view: DataView, at: number, end: number): boolean {
    const numbers = this.#numbers;
    if (numbers[from] !== end - at) return false;
    let next = from;
    for (let word = at; word < end; word += 4) if (numbers[++next] !== view.getUint32(word)) return false;
    return true;
  }

  #keep(from: number, view: DataView, at: number, end: number): void {
    this.#numbers[from] = end - at;
    let next = from;
    for (let word = at; word < end; word += 4) this.#numbers[++next] = view.getUint32(word);
  }
}

/**
 * Declares an IP address that many objects share, such as a gateway: equal ones are one string, as far as they were read
 * recently. A table of routes then takes a sixth less memory, and less time in the garbage collector.
 *
 * @example
 * gateway: [5, recurring(ip)],
 */
export function recurring(type: Type<string>): Type<string> {
  const recent = new Recent(type);
  return refine(type, { read: (view, at, end, scope) => recent.read(view, at, end, scope) });
}
