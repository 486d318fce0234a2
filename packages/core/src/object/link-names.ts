import { catchError, defer, EMPTY, ignoreElements, type Observable, tap, throwIfEmpty } from "rxjs";
import { EncodeError } from "../errors/errors.js";
import { describe } from "../values/describe.js";

/** Finds the index of the link that has a name, or an alternative name; errors with `ENODEV` where there is none. */
export type LookUpLink = (name: string) => Observable<number>;

/** A name that has not been looked up. */
class Unresolved {
  constructor(readonly name: string) {}
}

/** The name that a value could not be expanded without. */
export function unresolvedName(error: unknown): string | undefined {
  const cause = error instanceof EncodeError ? error.cause : undefined;
  return cause instanceof Unresolved ? cause.name : undefined;
}

/** Indices of links by name, each looked up once. */
export class LinkNames {
  readonly #known = new Map<string, number>();
  readonly #errors = new Map<string, unknown>();

  /** Returns the index of a link; throws where it is not known. */
  readonly indexOf = (name: string): number => {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    if (this.#errors.has(name)) throw this.#errors.get(name);
    const reason = `${describe(name)} is not an index, and this connection looks up no link names`;
    throw new EncodeError(reason, { cause: new Unresolved(name) });
  };

  /** Looks a name up and completes, whether there is such a link or not: {@link indexOf} then returns or throws. */
  learn$(name: string, lookUp: LookUpLink): Observable<never> {
    const none = () => new EncodeError(`no index of ${describe(name)} was found`);
    return defer(() => lookUp(name)).pipe(
      throwIfEmpty(none),
      tap((index) => this.#known.set(name, index)),
      catchError((error: unknown) => {
        this.#errors.set(name, error);
        return EMPTY;
      }),
      ignoreElements(),
    );
  }
}
