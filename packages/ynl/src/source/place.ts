import { didYouMean, isRecord } from "@rxnetlink/core/internal";
import { SpecError } from "./spec-error.js";

/** A part of a description, and where it is. */
export class Place {
  readonly #inherited: Place | undefined;

  /** @param inherited - Has the members that this place lacks. */
  constructor(
    readonly value: unknown,
    readonly path: string,
    inherited?: Place,
  ) {
    this.#inherited = inherited;
  }

  /** Returns the place with some members replaced. */
  with(members: object): Place {
    return new Place(members, this.path, this);
  }

  /** Returns an error about this place. */
  error(reason: string, hint?: string): SpecError {
    return new SpecError(this.path, reason, hint);
  }

  /** Returns the error for an unknown word, with a suggestion. */
  noSuch(what: string, known: Iterable<string>): SpecError {
    return this.error(`no such ${what}: ${String(this.value)}`, didYouMean(this.value, known));
  }

  /** True if it is there. */
  get isThere(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** Returns a member, which may be missing. */
  get(key: string): Place {
    if (!isRecord(this.value)) throw this.error(`${shown(this.value)} has no members`);
    if (this.#inherited !== undefined && !Object.hasOwn(this.value, key)) return this.#inherited.get(key);
    return new Place(this.value[key], this.path === "" ? key : `${this.path}.${key}`);
  }

  /** Returns a member; `undefined` if it is missing. */
  find(key: string): Place | undefined {
    const member = this.get(key);
    return member.isThere ? member : undefined;
  }

  /** Returns the elements of a list, empty if it is missing; their places have their names. */
  list(): Place[] {
    if (!this.isThere) return [];
    if (!Array.isArray(this.value)) throw this.error(`${shown(this.value)} is not a list`);
    return this.value.map((one: unknown, index) => {
      const { name = index } = (isRecord(one) ? one : {}) as { name?: unknown };
      return new Place(one, `${this.path}[${String(name)}]`);
    });
  }

  /** Returns a text. */
  text(): string {
    const { value } = this;
    if (value === undefined) throw this.error("is missing");
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean")
      throw this.error(`${shown(value)} is not a text`);
    return String(value);
  }

  /** Returns a whole number. */
  number(): number {
    if (typeof this.value !== "number" || !Number.isInteger(this.value))
      throw this.error(this.isThere ? `${shown(this.value)} is not a whole number` : "is missing");
    return this.value;
  }

  /** Returns its name. */
  name(): string {
    return this.get("name").text();
  }

  /** Returns its documentation. */
  doc(): string | undefined {
    return this.find("doc")?.text().trim();
  }
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (isRecord(value)) return "an object";
  return value === undefined || value === null ? "nothing" : JSON.stringify(value);
}
