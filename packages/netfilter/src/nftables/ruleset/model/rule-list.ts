import { NLM_F_APPEND, NLM_F_CREATE } from "@rxnetlink/core/schema";
import type { Rule } from "../../rule/layout.js";

/** A rule that has its handle, as all rules of the kernel do. */
export type Handled = Rule & { readonly handle: bigint };

/** Facts of a notification that its rule does not have. */
export interface RuleOrigin {
  readonly flags: number;
  readonly sequence: number;
}

/**
 * The rules of a chain in order, kept from notifications.
 *
 * A new rule comes with the handle of the rule before it, except if it is the first or the last; then the flags of its request
 * decide. While a transaction is reported, all its new rules are in the kernel's list already, and those that it removes leave
 * it one by one. So the rule before may be one that is reported later; and a rule placed beside one that the same transaction
 * removes may be first where its flags say last, or the reverse.
 */
export class RuleList {
  #rules: Handled[] = [];
  readonly #handles = new Set<bigint>();
  #copy: readonly Rule[] | undefined;
  /** Rules that follow one that was not reported yet, by its handle. */
  readonly #waiting = new Map<bigint, Handled>();
  /** The last removal in this transaction: a replaced rule and its successor have one request, and so one sequence number. */
  #removed: { readonly index: number; readonly sequence: number } | undefined;
  #firstRemoved = false;
  #lastRemoved = false;
  #doubtful = false;

  /** Number of rules. */
  get size(): number {
    return this.#rules.length;
  }

  /** Returns a copy, the same until something changes. */
  take(): readonly Rule[] {
    this.#copy ??= [...this.#rules];
    return this.#copy;
  }

  /** Returns a rule by its handle. */
  find(handle: bigint): Handled | undefined {
    return this.#handles.has(handle) ? this.#rules[this.#indexOf(handle)] : undefined;
  }

  /** Handles of the rules, in order. */
  get handles(): readonly bigint[] {
    return this.#rules.map(({ handle }) => handle);
  }

  /** Adds a rule that the kernel reports; returns false if it was known. */
  add(rule: Handled, position: bigint | undefined, origin: RuleOrigin): boolean {
    if (this.#handles.has(rule.handle)) return false;
    this.#handles.add(rule.handle);
    this.#place(rule, position, origin);
    this.#copy = undefined;
    this.#placeWaiting(rule.handle);
    return true;
  }

  /** Replaces a rule by one of the same handle. */
  put(rule: Handled): void {
    const index = this.#indexOf(rule.handle);
    if (index === -1 || this.#rules[index] === rule) return;
    this.#rules[index] = rule;
    this.#copy = undefined;
  }

  /** Removes a rule, and returns it if it was known. */
  remove(handle: bigint, sequence = 0): Rule | undefined {
    if (!this.#handles.delete(handle)) return undefined;
    const index = this.#indexOf(handle);
    if (index === -1) return this.#removeWaiting(handle);
    this.#firstRemoved ||= index === 0;
    this.#lastRemoved ||= index === this.#rules.length - 1;
    this.#removed = { index, sequence };
    this.#copy = undefined;
    return this.#rules.splice(index, 1)[0];
  }

  /** Ends a transaction; returns true if the notifications leave the order open. */
  settle(): boolean {
    for (const rule of this.#waiting.values()) this.#rules.push(rule);
    const doubtful = this.#doubtful || this.#waiting.size > 0;
    if (this.#waiting.size > 0) this.#copy = undefined;
    this.#waiting.clear();
    this.#removed = undefined;
    this.#firstRemoved = this.#lastRemoved = this.#doubtful = false;
    return doubtful;
  }

  /** Puts the rules in the order of a list; returns true if it differed. */
  order(handles: readonly bigint[]): boolean {
    const places = new Map(handles.map((handle, index) => [handle, index]));
    const place = ({ handle }: Handled) => places.get(handle) ?? handles.length;
    const ordered = [...this.#rules].sort((one, other) => place(one) - place(other));
    if (ordered.every((rule, index) => rule === this.#rules[index])) return false;
    this.#rules = ordered;
    this.#copy = undefined;
    return true;
  }

  /** Most rules follow the one that was reported before them. */
  #indexOf(handle: bigint): number {
    return this.#rules.findLastIndex((rule) => rule.handle === handle);
  }

  #place(rule: Handled, position: bigint | undefined, { flags, sequence }: RuleOrigin): void {
    if (position !== undefined) {
      const index = this.#indexOf(position);
      if (index === -1) this.#waiting.set(position, rule);
      else this.#rules.splice(index + 1, 0, rule);
    } else if (this.#removed?.sequence === sequence && (flags & NLM_F_CREATE) === 0)
      this.#rules.splice(this.#removed.index, 0, rule);
    else if ((flags & NLM_F_APPEND) !== 0) {
      this.#doubtful ||= this.#firstRemoved && this.size > 0;
      this.#rules.push(rule);
    } else {
      this.#doubtful ||= this.#lastRemoved && this.size > 0;
      this.#rules.unshift(rule);
    }
    this.#removed = undefined;
  }

  #placeWaiting(before: bigint): void {
    const rule = this.#waiting.get(before);
    if (rule === undefined) return;
    this.#waiting.delete(before);
    this.#rules.splice(this.#indexOf(before) + 1, 0, rule);
    this.#placeWaiting(rule.handle);
  }

  #removeWaiting(handle: bigint): Rule | undefined {
    for (const [before, rule] of this.#waiting) {
      if (rule.handle !== handle) continue;
      this.#waiting.delete(before);
      return rule;
    }
    return undefined;
  }
}
