import type { Observable } from "rxjs";
import { EncodeError, encodeError } from "../errors/errors.js";
import type { Written } from "../object/definition.js";
import { describe } from "../values/describe.js";
import type { Request } from "./request.js";

/** One value of a batch: the request that it makes, or why it makes none. */
export interface Entry<Q> {
  readonly value: Written<Q>;
  readonly request?: Request<Q>;
  readonly error?: Error;
  /** Set where it makes none yet: the next entry, asked for once this completes, is the same value again. */
  readonly until$?: Observable<never>;
}

/** Thrown where a value makes no request before something else is known. */
export class NotYet {
  constructor(
    /** Completes when it may be tried again; does not error. */
    readonly until$: Observable<never>,
  ) {}
}

/** Makes requests of values one by one, as they are asked for; without a function to do so they are requests. */
export function* entriesOf<Q>(
  values: Iterable<unknown>,
  requestOf: ((value: never) => Request<Q>) | undefined,
): Generator<Entry<Q>, undefined> {
  if (typeof values?.[Symbol.iterator] !== "function")
    throw new EncodeError(`${describe(values)} cannot be iterated over`);
  for (const given of values) {
    let entry = entryOf(given, requestOf);
    while (entry.until$ !== undefined) {
      yield entry;
      entry = entryOf(given, requestOf);
    }
    yield entry;
  }
  return undefined;
}

function entryOf<Q>(given: unknown, requestOf: ((value: never) => Request<Q>) | undefined): Entry<Q> {
  try {
    const request = requestOf === undefined ? (given as Request<Q>) : requestOf(given as never);
    if (typeof request?.layout?.write !== "function")
      throw new EncodeError(`${describe(request)} is not a request`);
    return { value: (requestOf === undefined ? request.value : given) as Written<Q>, request };
  } catch (error) {
    const value = given as Written<Q>;
    return error instanceof NotYet ? { value, until$: error.until$ } : { value, error: encodeError(error) };
  }
}
