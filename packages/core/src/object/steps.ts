import {
  catchError,
  concatWith,
  EMPTY,
  ignoreElements,
  map,
  mergeMap,
  type Observable,
  of,
  throwError,
} from "rxjs";
import { KernelError } from "../errors/errors.js";
import type { Ack } from "../message/ack.js";
import { checkWritable } from "./input.js";
import type { Match } from "./match.js";
import { type Changing, type ObjectRequests, present } from "./requests.js";
import type { Written } from "./written.js";

/** Errors meaning that the object to delete was already gone, such as the secondaries of a deleted address. */
const GONE = new Set(["ENOENT", "ESRCH", "ENODEV", "EADDRNOTAVAIL"]);

/** Returns true if an error means that there is no such object. */
export const isGone = (error: unknown): boolean => error instanceof KernelError && GONE.has(error.code);

/** Verbs needed to create an object in steps. */
export interface StepVerbs<T extends object, Q extends object> {
  /** Sends one request. */
  send$(verb: "add" | "replace", value: Written<Q>): Observable<Ack>;
  /** Changes the members that differ from the current object. */
  changeOther$(request: Changing<Q>): Observable<Ack>;
  add$(value: Written<Q>): Observable<Ack>;
  change$(value: Written<Q>): Observable<Ack>;
  delete$(key: Match<T & Q>): Observable<Ack>;
  get$(key: Match<T & Q>): Observable<T>;
}

/** Creates an object, then sets the members that the kernel accepts only once it exists; removes it if that fails. */
export function addInSteps$<T extends object, Q extends object>(
  verbs: StepVerbs<T, Q>,
  requests: ObjectRequests<T, Q>,
  value: Written<Q>,
): Observable<Ack> {
  const [now, later] = requests.steps(value);
  const listed = requests.isListed(value);
  if (Object.keys(later).length === 0) return verbs.send$("add", listed ? now : value);
  checkWritable(requests.definition.layout, value);
  const named = requests.named(present(value));
  const undo$ = (error: unknown) =>
    verbs.delete$(named).pipe(
      ignoreElements(),
      catchError(() => EMPTY),
      concatWith(throwError(() => error)),
    );
  const rest = { ...later, ...named } as unknown as Written<Q>;
  const change$ = listed
    ? verbs.changeOther$(requests.changing("change", rest as unknown as Partial<Q>))
    : verbs.change$(rest);
  return verbs.send$("add", now).pipe(mergeMap(() => change$.pipe(catchError(undo$))));
}

/** Replaces an object that exists by changing it, or creates it. */
export function replaceInSteps$<T extends object, Q extends object>(
  verbs: StepVerbs<T, Q>,
  requests: ObjectRequests<T, Q>,
  value: Written<Q>,
): Observable<Ack> {
  const [, later] = requests.steps(value);
  if (Object.keys(later).length === 0) return verbs.send$("replace", value);
  checkWritable(requests.definition.layout, value);
  return verbs.get$(present(value) as Match<T & Q>).pipe(
    map(() => true),
    catchError((error) => (isGone(error) ? of(false) : throwError(() => error))),
    mergeMap((exists) => (exists ? verbs.change$(value) : verbs.add$(value))),
  );
}
