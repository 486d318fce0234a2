import { EncodeError, encodeError } from "../errors/errors.js";
import type { Written } from "../object/definition.js";
import { describe } from "../schema/describe.js";
import type { Request } from "./request.js";

/** One value of a batch: the request that it makes, or why it makes none. */
export interface Entry<Q> {
  readonly value: Written<Q>;
  readonly request?: Request<Q>;
  readonly error?: Error;
}

/** Makes requests of values one by one, as they are asked for; without a function to do so they are requests. */
export function* entriesOf<Q>(
  values: Iterable<unknown>,
  requestOf: ((value: never) => Request<Q>) | undefined,
): Generator<Entry<Q>, undefined> {
  if (typeof values?.[Symbol.iterator] !== "function")
    throw new EncodeError(`${describe(values)} cannot be iterated over`);
  for (const given of values)
    try {
      const request = requestOf === undefined ? (given as Request<Q>) : requestOf(given as never);
      if (typeof request?.layout?.write !== "function")
        throw new EncodeError(`${describe(request)} is not a request`);
      yield { value: (requestOf === undefined ? request.value : given) as Written<Q>, request };
    } catch (error) {
      yield { value: given as Written<Q>, error: encodeError(error) };
    }
  return undefined;
}
