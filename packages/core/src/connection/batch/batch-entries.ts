import type { Observable } from "rxjs";
import { EncodeError, encodeError } from "../../errors/errors.js";
import type { Written } from "../../object/written.js";
import { describe } from "../../values/describe.js";
import type { Request } from "../request.js";

/** One value of a batch, with the request made from it or the reason why there is none. */
export interface Entry<Q> {
  readonly value: Written<Q>;
  readonly request?: Request<Q>;
  readonly error?: Error;
  /** Set if the request cannot be made yet: once this completes, the iterator returns the same value again. */
  readonly until$?: Observable<never>;
}

/** Thrown when a request cannot be made before something else is known. */
export class NotYet {
  constructor(
    /** Completes when it is worth trying again; never errors. */
    readonly until$: Observable<never>,
  ) {}
}

/** Turns values into requests lazily, one by one; without `requestOf` the values are requests themselves. */
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
