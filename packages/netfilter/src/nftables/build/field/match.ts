import { type Compiler, registerOf } from "../compile/compiler.js";
import type { ComparedBytes, Lesson, Statement } from "../compile/statement.js";
import { type ByteOrder, toBytes } from "../value/bytes.js";
import { type DataType, parse } from "../value/data-type.js";
import type { Interval, Range } from "../value/interval.js";
import { isPartial, loadPart, masked, ones, type Part, shiftOf, toNetworkOrder } from "./bits.js";

/** Comparisons (`NFT_CMP_*`). */
export type Comparison = "eq" | "neq" | "lt" | "lte" | "gt" | "gte";

/** Compares a field with a literal. */
export class Match implements Statement {
  readonly pure = true;

  constructor(
    readonly part: Part,
    readonly op: Comparison,
    readonly literal: unknown,
  ) {}

  get place(): string {
    return this.part.source.place;
  }

  get needs() {
    return this.part.source.needs;
  }

  get interval(): Interval {
    return parse(this.part.type as DataType<unknown>, this.literal as Range<unknown>);
  }

  get #single(): bigint | undefined {
    const { from, to } = this.interval;
    return this.op === "eq" && from === to && this.part.steps.length === 0 ? from : undefined;
  }

  get lesson(): Lesson | undefined {
    const { subject } = this.part.source;
    if (subject === undefined) return undefined;
    const value = this.#single;
    return value === undefined ? undefined : { subject, value: Number(value) };
  }

  get compared(): ComparedBytes | undefined {
    const { packet, bytes } = this.part.source;
    if (packet === undefined || packet.base === "inner" || isPartial(this.part) || isRaw(this.part))
      return undefined;
    const value = this.#single;
    if (value === undefined) return undefined;
    return { base: packet.base, offset: packet.offset, bytes: toBytes(value, bytes, "network") };
  }

  compile(c: Compiler): void {
    const slot = c.reserve(this.part.source.bytes);
    const { from, to, prefix } = this.interval;
    if (from !== to && prefix !== undefined) return this.#prefix(c, slot, from, prefix);
    if (from !== to) return this.#range(c, slot, from, to);
    if (this.op !== "eq" && this.op !== "neq") return this.#bySize(c, slot, [[this.op, from]]);
    const { part, value } = withoutXor(this.part, from);
    loadPart(c, part, slot);
    this.#cmp(c, slot, this.op, value, part.type.order);
  }

  /** A prefix of whole bytes compares just these; any other is masked. */
  #prefix(c: Compiler, slot: number, from: bigint, prefix: number): void {
    const { source, type, steps } = this.part;
    const op = this.op === "neq" ? "neq" : "eq";
    const whole = prefix > 0 && prefix % 8 === 0 && steps.length === 0;
    if (type.order === "text" || (whole && type.order === "network" && !isPartial(this.part))) {
      const size = prefix / 8;
      source.load(c, slot, type.order === "text" ? source.bytes : size);
      const value = toBytes(from, source.bytes, type.order).subarray(0, size);
      return c.emit("cmp", { sreg: registerOf(slot), op, data: { value } });
    }
    loadPart(c, masked(this.part, ones(prefix) << BigInt(type.bits - prefix), 0n), slot);
    this.#cmp(c, slot, op, from, type.order);
  }

  #range(c: Compiler, slot: number, from: bigint, to: bigint): void {
    if (this.op !== "neq")
      return this.#bySize(c, slot, [
        ["gte", from],
        ["lte", to],
      ]);
    const order = this.#ordered(c, slot);
    const [fromData, toData] = [from, to].map((value) => ({ value: this.#bytes(value, order) }));
    c.emit("range", { sreg: registerOf(slot), op: "neq", fromData: fromData!, toData: toData! });
  }

  #bySize(c: Compiler, slot: number, comparisons: readonly (readonly [Comparison, bigint])[]): void {
    const order = this.#ordered(c, slot);
    for (const [op, value] of comparisons) this.#cmp(c, slot, op, value, order);
  }

  /** Loads the value such that its bytes can be compared by size. */
  #ordered(c: Compiler, slot: number): ByteOrder {
    loadPart(c, this.part, slot);
    return toNetworkOrder(c, this.part, slot) ? "network" : this.part.type.order;
  }

  #cmp(c: Compiler, slot: number, op: Comparison, value: bigint, order: ByteOrder): void {
    c.emit("cmp", { sreg: registerOf(slot), op, data: { value: this.#bytes(value, order) } });
  }

  #bytes(value: bigint, order: ByteOrder): Uint8Array {
    return toBytes(value << shiftOf(this.part), this.part.source.bytes, order);
  }
}

/** Returns true if the caller gave the place in the packet: that stays as it is. */
const isRaw = ({ source }: Part) => source.words.startsWith("@");

/** Compares with `value ^ xor` in place of changing all bits, as nft does. */
function withoutXor(part: Part, value: bigint): { part: Part; value: bigint } {
  const last = part.steps.at(-1);
  if (last?.type !== "mask" || last.mask !== ones(part.type.bits)) return { part, value };
  return { part: { ...part, steps: part.steps.slice(0, -1) }, value: value ^ last.xor };
}
