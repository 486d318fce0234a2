import { type Compiler, registerOf } from "../compile/compiler.js";
import { type ByteOrder, toBytes } from "../value/bytes.js";
import { bytesOf, type DataType } from "../value/data-type.js";
import type { Source } from "./source.js";

/** A change of bits on the way from the packet to the comparison. */
export type BitStep =
  | { readonly type: "mask"; readonly mask: bigint; readonly xor: bigint }
  | { readonly type: "shift"; readonly left: boolean; readonly count: number };

/** A value that can be loaded and compared: a field with its type, and changes of its bits. */
export interface Part {
  readonly source: Source;
  readonly type: DataType<never>;
  readonly steps: readonly BitStep[];
}

/** Returns the part of a source without changes. */
export const partOf = (source: Source, type: DataType<never>): Part => ({ source, type, steps: [] });

/** Returns a number of so many bits, all set. */
export const ones = (bits: number): bigint => (1n << BigInt(bits)) - 1n;

/** Adds a step, joining two masks: `((v & m) ^ x) & n ^ y` is `v & (m & n) ^ ((x & n) ^ y)`. */
export function withStep(steps: readonly BitStep[], step: BitStep): BitStep[] {
  const last = steps.at(-1);
  if (last?.type !== "mask" || step.type !== "mask") return [...steps, step];
  const joined = {
    type: "mask",
    mask: last.mask & step.mask,
    xor: (last.xor & step.mask) ^ step.xor,
  } as const;
  return [...steps.slice(0, -1), joined];
}

/** Returns true if the value shares its bytes with others, so that a mask takes it out. */
export const isPartial = ({ source, type }: Part): boolean => type.bits < source.bytes * 8;

/** Returns by how many bits a literal is shifted to be compared with the loaded bytes. */
export const shiftOf = (part: Part): bigint => BigInt(isPartial(part) ? (part.source.shift ?? 0) : 0);

/** Adds a mask to a part; its literals are shifted to where the bytes have the value. */
export function masked(part: Part, mask: bigint, xor: bigint): Part {
  return { ...part, steps: withStep(part.steps, { type: "mask", mask, xor }) };
}

/** Returns the changes of a part, among them the mask that takes it out of its bytes. */
function stepsOf(part: Part): BitStep[] {
  const shift = shiftOf(part);
  const own: BitStep = { type: "mask", mask: ones(part.type.bits) << shift, xor: 0n };
  return part.steps.reduce<BitStep[]>(
    (steps, step) =>
      withStep(
        steps,
        step.type === "mask" ? { ...step, mask: step.mask << shift, xor: step.xor << shift } : step,
      ),
    isPartial(part) ? [own] : [],
  );
}

/** Adds the expressions of bit steps. */
function emitSteps(
  c: Compiler,
  slot: number,
  steps: readonly BitStep[],
  size: number,
  order: ByteOrder,
): void {
  const register = registerOf(slot);
  const both = { sreg: register, dreg: register, len: size };
  for (const step of steps) {
    if (step.type === "mask") {
      const [mask, xor] = [step.mask, step.xor].map((bits) => ({ value: toBytes(bits, size, order) }));
      c.emit("bitwise", { ...both, mask: mask!, xor: xor!, op: "maskXor" });
    } else {
      const data = { value: toBytes(BigInt(step.count), 4, "host") };
      c.emit("bitwise", { ...both, op: step.left ? "lshift" : "rshift", data });
    }
  }
}

/** Loads a part with its changes; `aligned` moves a value that is part of its bytes to their end. */
export function loadPart(c: Compiler, part: Part, slot: number, aligned = false): void {
  const { source, type } = part;
  source.load(c, slot, source.bytes);
  const shift = Number(shiftOf(part));
  const down: BitStep[] = aligned && shift > 0 ? [{ type: "shift", left: false, count: shift }] : [];
  emitSteps(c, slot, [...stepsOf(part), ...down], source.bytes, type.order);
}

/** Turns a value in host order into network order, so that it can be compared by size; single bytes have no order. */
export function toNetworkOrder(c: Compiler, part: Part, slot: number): boolean {
  const size = bytesOf(part.type);
  if (part.type.order !== "host" || size === 1) return false;
  const register = registerOf(slot);
  c.emit("byteorder", { sreg: register, dreg: register, op: "hton", len: size, size });
  return true;
}
