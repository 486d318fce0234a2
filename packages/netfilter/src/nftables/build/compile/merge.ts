import { type Compiler, registerOf } from "./compiler.js";
import type { ComparedBytes, Statement } from "./statement.js";

/** Bytes of a register. */
const REGISTER = 16;

/** A statement with the path of errors in it. */
export interface Step {
  readonly path: readonly string[];
  readonly statement: Statement;
  /** Bytes that it compares. */
  readonly compared: ComparedBytes | undefined;
}

/** Compares bytes of neighbouring fields at once. */
class MergedMatch implements Statement {
  readonly needs = [];
  readonly pure = true;

  constructor(
    readonly place: string,
    readonly compared: ComparedBytes,
  ) {}

  compile(c: Compiler): void {
    const { base, offset, bytes } = this.compared;
    const register = registerOf(c.reserve(bytes.length));
    c.emit("payload", { dreg: register, base, offset, len: bytes.length });
    c.emit("cmp", { sreg: register, op: "eq", data: { value: bytes } });
  }
}

/** An aligned word, which the kernel compares fastest alone; nft leaves it alone too. */
const isWord = ({ offset, bytes }: ComparedBytes) => offset % 4 === 0 && bytes.length === 4;

function joined(a: ComparedBytes, b: ComparedBytes): ComparedBytes | undefined {
  const [first, second] = a.offset < b.offset ? [a, b] : [b, a];
  if (isWord(a) || isWord(b)) return undefined;
  const length = a.bytes.length + b.bytes.length;
  if (a.base !== b.base || first.offset + first.bytes.length !== second.offset || length > REGISTER)
    return undefined;
  const bytes = new Uint8Array(length);
  bytes.set(first.bytes);
  bytes.set(second.bytes, first.bytes.length);
  return { base: a.base, offset: first.offset, bytes };
}

/**
 * Merges matches of fields that are next to each other in the packet, as nft does: `tcp sport 1 tcp dport 2` is one
 * comparison of 4 bytes. Statements between them that do more than match keep them apart.
 */
export function merge<S extends Step>(steps: readonly S[]): S[] {
  const out: S[] = [];
  let last: number | undefined;
  for (const step of steps) {
    const { compared } = step;
    const before = last === undefined ? undefined : out[last]!;
    const both = before && compared && joined(before.compared!, compared);
    if (both) {
      out[last!] = { ...before, compared: both, statement: new MergedMatch(before.statement.place, both) };
      continue;
    }
    if (compared !== undefined) last = out.length;
    else if (step.statement.pure !== true) last = undefined;
    out.push(step);
  }
  return out;
}
