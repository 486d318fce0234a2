import { ArgumentError } from "@rxnetlink/core";
import { Assembler } from "./code/assembler.js";
import { allOf, anyOf, negated } from "./combined.js";
import type { Condition, LinkIndices } from "./condition.js";
import type { FilterableSocket } from "./filterable-socket.js";
import type { SocketExpression } from "./socket-expression.js";
import { type FilterState, statesText } from "./text/states.js";

/** A {@link SocketExpression} that is made of a condition, or of none, which all sockets fulfil. */
export class ConditionExpression implements SocketExpression {
  readonly #condition: Condition | undefined;
  readonly #links: LinkIndices;
  #bytecode: Uint8Array | undefined;
  declare readonly states?: readonly FilterState[];

  constructor(
    condition: Condition | undefined,
    states?: readonly FilterState[] | undefined,
    links: LinkIndices = {},
  ) {
    this.#condition = condition;
    this.#links = links;
    if (states !== undefined) this.states = states;
  }

  get bytecode(): Uint8Array {
    if (this.#bytecode === undefined) {
      const code = new Assembler(this.#links);
      this.#condition?.emit(code, true, code.reject);
      this.#bytecode = code.bytes();
    }
    return this.#bytecode;
  }

  get linkNames(): readonly string[] {
    return [...new Set(this.#condition?.linkNames)].filter((name) => !Object.hasOwn(this.#links, name));
  }

  matches(socket: FilterableSocket): boolean | undefined {
    if (this.states !== undefined && !this.states.some((state) => state === socket.state)) return false;
    return this.#condition === undefined ? true : this.#condition.matches(socket, this.#links);
  }

  and(...others: readonly SocketExpression[]): SocketExpression {
    const all = [this, ...others.map((it) => made("and", it))];
    const conditions = all.flatMap((it) => it.#condition ?? []);
    const states = all.flatMap((it) => (it.states === undefined ? [] : [it.states]));
    const common = (one: readonly FilterState[], other: readonly FilterState[]) =>
      one.filter((state) => other.includes(state));
    return new ConditionExpression(
      conditions.length === 0 ? undefined : allOf(conditions),
      states.length === 0 ? undefined : states.reduce(common),
      Object.assign({}, ...all.map((it) => it.#links)),
    );
  }

  or(...others: readonly SocketExpression[]): SocketExpression {
    const all = [this, ...others.map((it) => made("or", it))];
    for (const filter of all) filter.#refuseStates("or");
    const conditions = all.flatMap((it) => it.#condition ?? []);
    // Beside a filter that lets all sockets pass, others do not matter.
    const condition = conditions.length < all.length ? undefined : anyOf(conditions);
    return new ConditionExpression(condition, undefined, Object.assign({}, ...all.map((it) => it.#links)));
  }

  not(): SocketExpression {
    this.#refuseStates("not");
    if (this.#condition === undefined)
      throw new ArgumentError("not", "this", "lets all sockets pass, so none would be left");
    return new ConditionExpression(negated(this.#condition), undefined, this.#links);
  }

  inStates(...states: readonly FilterState[]): SocketExpression {
    return new ConditionExpression(this.#condition, states, this.#links);
  }

  withLinks(links: LinkIndices): SocketExpression {
    return new ConditionExpression(this.#condition, this.states, { ...this.#links, ...links });
  }

  toString(): string {
    const { states } = this;
    const text = this.#condition?.text ?? "";
    return states === undefined ? text : `${statesText(states)} ${text}`.trimEnd();
  }

  #refuseStates(verb: string): void {
    if (this.states === undefined) return;
    const hint = `call ${verb}() first, and inStates() on the result`;
    throw new ArgumentError(verb, "states", "the kernel takes states for a filter as a whole", hint);
  }
}

/** Returns a filter as what it is made of. */
function made(verb: string, filter: SocketExpression): ConditionExpression {
  if (filter instanceof ConditionExpression) return filter;
  throw new ArgumentError(verb, "others", "is no filter", "see socketTerms and parseSocketFilter()");
}
