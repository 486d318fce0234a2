import { EncodeError } from "@rxnetlink/core";
import { type AnyType, type Infer, Writer } from "@rxnetlink/core/schema";
import { type inetDiagBc, inetDiagBcOp } from "./operations.js";

/** Size of an operation without its operand, and the distance beyond the end that rejects a socket. */
const OP_SIZE = 4;

/** Longest filter: with the header of its attribute, it must fit into 16 bits. */
const LONGEST = 65_528;

/** A place in the filter, which is known once it has been placed. */
export class Label {
  /** Distance from the beginning, in bytes. */
  at: number | undefined;
}

interface Step {
  readonly at: number;
  readonly code: Infer<typeof inetDiagBc>;
  readonly operand: Uint8Array;
  readonly otherwise: Label;
}

/** Returns the bytes of values in the form of the kernel. */
export function operandOf(...parts: readonly (readonly [AnyType, unknown])[]): Uint8Array {
  const out = new Writer(32);
  for (const [type, value] of parts) type.write(out, value);
  return out.take();
}

const NOTHING = new Uint8Array();

/**
 * Collects operations in the order in which the kernel checks them: each is followed by the next one, whether it is
 * true or not known yet, since the kernel finds the beginnings of operations by `yes`. All jumps are in `no`.
 */
export class Assembler {
  /** Where a socket is rejected. */
  readonly reject = new Label();
  readonly #steps: Step[] = [];
  #size = 0;

  constructor(
    /** Indices of links by name. */
    readonly links: Readonly<Record<string, number>>,
  ) {}

  /** Appends an operation, which goes to a label if it is false. */
  test(code: Step["code"], operand: Uint8Array, otherwise: Label): void {
    this.#steps.push({ at: this.#size, code, operand, otherwise });
    this.#size += OP_SIZE + operand.length;
  }

  /** Appends a jump. */
  jump(to: Label): void {
    this.test("jmp", NOTHING, to);
  }

  /** Places a label before the next operation. */
  place(label: Label): void {
    label.at = this.#size;
  }

  /**
   * Returns the operations in the form of the kernel.
   *
   * @throws EncodeError if they are longer than an attribute can be.
   */
  bytes(): Uint8Array {
    // The kernel refuses an empty filter.
    if (this.#size === 0) this.test("nop", NOTHING, this.reject);
    if (this.#size > LONGEST)
      throw new EncodeError(`has ${this.#size} bytes for the kernel, which takes ${LONGEST}`, {
        hint: "list more sockets, and choose among them with matches()",
      });
    this.reject.at = this.#size + OP_SIZE;
    const out = new Writer(this.#size);
    for (const { at, code, operand, otherwise } of this.#steps) {
      inetDiagBcOp.write(out, { code, yes: OP_SIZE + operand.length, no: otherwise.at! - at });
      out.append(operand);
    }
    return out.take();
  }
}
