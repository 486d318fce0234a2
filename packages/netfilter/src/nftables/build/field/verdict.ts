import type { Verdict } from "../../common/verdict.js";
import type { Compiler } from "../compile/compiler.js";
import type { Statement } from "../compile/statement.js";

/** Decides on the packet; the last statement of a rule, or what a verdict map holds. */
export class VerdictStatement implements Statement {
  /** @internal */
  readonly needs = [];

  /** @internal */
  constructor(
    /** The verdict. */
    readonly verdict: Verdict,
  ) {}

  /** @internal */
  get terminal(): boolean {
    return this.verdict.code !== "continue";
  }

  /** Place in errors: `"jump"`. */
  get place(): string {
    return String(this.verdict.code);
  }

  /** @internal */
  compile(c: Compiler): void {
    c.emit("immediate", { dreg: 0, data: { verdict: this.verdict } });
  }
}
