import { concat, defer, type Observable } from "rxjs";
import { NotYet } from "../connection/batch/batch-entries.js";
import { during, EncodeError, KernelError, NetlinkError } from "../errors/errors.js";
import { type RequestSummary, summaryOf } from "../errors/request-summary.js";
import { Expander } from "../schema/expander.js";
import type { AnyType } from "../schema/type.js";
import type { ObjectDefinition } from "./definition.js";
import { LinkNames, type LookUpLink, unresolvedName } from "./link-names.js";

/** Returns an error as the caller of the expansion should see it. */
function refused(error: unknown, summary: () => RequestSummary): Error {
  if (!(error instanceof EncodeError) || !(error.cause instanceof NetlinkError))
    return during(error, summary);
  const { path, cause } = error;
  // Anything but "there is no such link" is about the lookup, not about the value.
  return cause instanceof KernelError && cause.code === "ENODEV"
    ? new KernelError({ errno: cause.errno, text: cause.text, hint: cause.hint, path }, summary())
    : cause;
}

/** Expands what callers write in short about one kind of object, and looks up the links that they name. */
export class Shorthand<T, Q> {
  readonly #definition: ObjectDefinition<T, Q>;
  readonly #expander: Expander;
  readonly #lookUp: LookUpLink | undefined;

  constructor(definition: ObjectDefinition<T, Q>, lookUp: LookUpLink | undefined) {
    const { layout, requests = {} } = definition;
    this.#definition = definition;
    this.#lookUp = lookUp;
    this.#expander = new Expander([...new Set<AnyType>([...Object.values(requests), layout])]);
  }

  /**
   * Returns a value as it is sent.
   *
   * @throws NotYet where a link has to be looked up first.
   */
  expanded<V>(verb: string, value: V, names: LinkNames): V {
    try {
      return this.#expander.expanded(value, names.indexOf);
    } catch (error) {
      const name = unresolvedName(error);
      if (name !== undefined && this.#lookUp !== undefined)
        throw new NotYet(names.learn$(name, this.#lookUp));
      throw refused(error, () => this.#summary(verb, value));
    }
  }

  /** Uses a value as it is sent: at once if no link has to be looked up. */
  with$<V, R>(verb: string, value: V, run: (value: V) => Observable<R>): Observable<R> {
    const names = new LinkNames();
    const attempt = (): Observable<R> => {
      let expanded: V;
      try {
        expanded = this.expanded(verb, value, names);
      } catch (error) {
        if (error instanceof NotYet) return concat(error.until$, defer(attempt));
        throw error;
      }
      return run(expanded);
    };
    return attempt();
  }

  /** Returns the request that an error names. */
  #summary(verb: string, value: unknown): RequestSummary {
    const { name: object, namedBy = [], types, layout } = this.#definition;
    const kinds = {
      delete: types.delete,
      list: types.get,
      get: types.get,
      watch: types.get,
      flush: types.get,
    };
    const type = kinds[verb as keyof typeof kinds] ?? types.new ?? types.set ?? 0;
    return summaryOf({ type, value, layout, label: { object, verb, namedBy } });
  }
}
