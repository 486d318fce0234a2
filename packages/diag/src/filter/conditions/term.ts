import type { Infer } from "@rxnetlink/core/schema";
import { type Assembler, Label } from "../code/assembler.js";
import type { inetDiagBc } from "../code/operations.js";
import type { Condition, LinkIndices } from "../condition.js";

/** A condition that the kernel tests with one operation. */
export interface Term extends Omit<Condition, "emit"> {
  /** The operation. */
  readonly code: Infer<typeof inetDiagBc>;
  /** Returns its operand in the form of the kernel. */
  operand(links: LinkIndices): Uint8Array;
}

/** Returns a condition that the kernel tests with one operation. */
export function term({ code: operation, operand, ...rest }: Term): Condition {
  return {
    ...rest,
    emit(code: Assembler, wanted: boolean, otherwise: Label) {
      if (wanted) return code.test(operation, operand(code.links), otherwise);
      // The branches cannot be exchanged: the kernel takes `yes` for the length of an operation.
      const met = new Label();
      code.test(operation, operand(code.links), met);
      code.jump(otherwise);
      code.place(met);
    },
  };
}
