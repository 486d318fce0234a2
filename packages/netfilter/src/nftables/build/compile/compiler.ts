import { EncodeError } from "@rxnetlink/core";
import type { Expression } from "../../expr/expression.js";
import type { ExpressionData } from "../../expr/kinds/formats.js";
import type { AnonymousSet, Family } from "./compiled.js";
import type { Protocol } from "./protocol.js";

/** Bytes of a whole register, and of a small one. */
const [LARGE, SMALL] = [16, 4];
/** Small registers that there are. */
const SLOTS = 16;

/** Name of an expression with settings. */
export type StepName = keyof ExpressionData & string;

/** Collects the expressions of a rule, and hands out registers. */
export class Compiler {
  readonly expressions: Expression[] = [];
  readonly sets: AnonymousSet[] = [];
  /** Protocol of the network layer, if it is certain at this statement. */
  network: Protocol | undefined;
  #used = 0;

  constructor(
    readonly family: Family,
    /** Returns the id of the next anonymous set. */
    readonly nextSetId: () => number,
  ) {}

  /** Adds an expression. */
  emit<K extends StepName>(name: K, settings: NonNullable<ExpressionData[K]>): void {
    this.expressions.push({ name, data: { [name]: settings } } as Expression);
  }

  /** Reserves registers for so many bytes, from the start of a register of 16 bytes on, and returns the first slot. */
  reserve(bytes: number): number {
    const slot = this.#used;
    this.#used += Math.ceil(bytes / LARGE) * (LARGE / SMALL);
    if (this.#used > SLOTS)
      throw new EncodeError("it needs more than the 64 bytes of registers that the kernel has");
    return slot;
  }

  /** Releases all registers, since no value outlives its statement. */
  release(): void {
    this.#used = 0;
  }
}

/** Returns the number of a register: one of 16 bytes if the slot is at the start of one. */
export const registerOf = (slot: number): number => (slot % 4 === 0 ? 1 + slot / 4 : 8 + slot);

/** Returns the slot after a value of so many bytes. */
export const slotAfter = (slot: number, bytes: number): number => slot + Math.ceil(bytes / SMALL);
