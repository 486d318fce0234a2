import { type Assembler, Label } from "./code/assembler.js";
import type { Condition, LinkIndices } from "./condition.js";
import type { FilterableSocket } from "./filterable-socket.js";

const grouped = ({ text, composed = false }: Condition) => (composed ? `( ${text} )` : text);

/** Returns the negation of a truth value, unknown if it is unknown. */
const negation = (known: boolean | undefined) => (known === undefined ? undefined : !known);

/** Returns `decisive` if it is among truth values; otherwise unknown if one of them is unknown. */
function decided(truths: Iterable<boolean | undefined>, decisive: boolean): boolean | undefined {
  let isKnown = true;
  for (const met of truths) {
    if (met === decisive) return decisive;
    isKnown &&= met !== undefined;
  }
  return isKnown ? !decisive : undefined;
}

function* truthsOf(conditions: readonly Condition[], socket: FilterableSocket, links: LinkIndices) {
  for (const condition of conditions) yield condition.matches(socket, links);
}

const linkNamesOf = (conditions: readonly Condition[]) =>
  conditions.flatMap(({ linkNames = [] }) => linkNames);

/** Appends operations that go on if all conditions are as wanted. */
function emitAll(conditions: readonly Condition[], code: Assembler, wanted: boolean, otherwise: Label): void {
  for (const condition of conditions) condition.emit(code, wanted, otherwise);
}

/** Appends operations that go on if one of the conditions is as wanted. */
function emitAny(conditions: readonly Condition[], code: Assembler, wanted: boolean, otherwise: Label): void {
  const met = new Label();
  for (const condition of conditions.slice(0, -1)) {
    const next = new Label();
    condition.emit(code, wanted, next);
    code.jump(met);
    code.place(next);
  }
  conditions.at(-1)!.emit(code, wanted, otherwise);
  code.place(met);
}

/** Conditions that are combined by one word. */
class Combined implements Condition {
  readonly composed = true;
  readonly word: "and" | "or";
  readonly parts: readonly Condition[];

  constructor(word: "and" | "or", conditions: readonly Condition[]) {
    this.word = word;
    // Those of the same word are laid flat: an expression that grows in a loop gets no deeper.
    this.parts = conditions.flatMap((it) => (it instanceof Combined && it.word === word ? it.parts : [it]));
  }

  get text(): string {
    return this.parts.map(grouped).join(` ${this.word} `);
  }

  get linkNames(): readonly string[] {
    return linkNamesOf(this.parts);
  }

  matches(socket: FilterableSocket, links: LinkIndices): boolean | undefined {
    return decided(truthsOf(this.parts, socket, links), this.word === "or");
  }

  emit(code: Assembler, wanted: boolean, otherwise: Label): void {
    // Not all is any that is not, and the other way round.
    const emit = (this.word === "and") === wanted ? emitAll : emitAny;
    emit(this.parts, code, wanted, otherwise);
  }
}

/** Returns the condition that all of some conditions are fulfilled. */
export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 1 ? conditions[0]! : new Combined("and", conditions);
}

/** Returns the condition that one of some conditions is fulfilled. */
export function anyOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 1 ? conditions[0]! : new Combined("or", conditions);
}

/** Returns the opposite of a condition. */
export function negated(condition: Condition): Condition {
  return {
    get text() {
      return `not ${grouped(condition)}`;
    },
    get linkNames() {
      return linkNamesOf([condition]);
    },
    matches: (socket, links) => negation(condition.matches(socket, links)),
    emit: (code, wanted, otherwise) => condition.emit(code, !wanted, otherwise),
  };
}
