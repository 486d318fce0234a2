import {
  definitionOf,
  EncodeError,
  KernelError,
  type NetlinkObject,
  type Outcome,
  UnsupportedError,
} from "@rxnetlink/core";
import { deferred, isGone } from "@rxnetlink/core/internal";
import type { AnyType } from "@rxnetlink/core/schema";
import {
  catchError,
  concat,
  concatMap,
  defer,
  EMPTY,
  from,
  ignoreElements,
  map,
  type Observable,
  retry,
  throwError,
  timer,
} from "rxjs";
import { attempts$ } from "./attempts.js";
import type { ObjectRules } from "./object-rules.js";
import { type BackupRow, fromRow, type RowOf } from "./row.js";
import type { Attempt } from "./section.js";
import type { AddObject, BackupStep, ChangeObject, DeleteObject, MemberChange } from "./step.js";

/** Verbs of an object whatever it is; those that it lacks are not called. */
export type Verbs = NetlinkObject<object>;

/** Refusals of changes that the kernel makes only with a new object. */
const UNCHANGEABLE: ReadonlySet<string> = new Set(["EOPNOTSUPP", "EINVAL"]);

const isExisting = (error: unknown) => error instanceof KernelError && error.code === "EEXIST";
const isUnchangeable = (error: unknown) =>
  error instanceof EncodeError || (error instanceof KernelError && UNCHANGEABLE.has(error.code));

/** Number of times that something in use is removed again, and the time between them, in milliseconds. */
const RETRIES = 10;
const PAUSE = 20;

/** The kernel lets go of a class some time after its last filter is gone, and does not say when. */
const whileBusy = (error: unknown) =>
  error instanceof KernelError && error.code === "EBUSY" ? timer(PAUSE) : throwError(() => error);

/** Carries out steps about objects of one kind. */
export class Carrier<T extends object> {
  /** Objects that the steps make. */
  readonly #made = new Map<string, BackupRow>();
  readonly #rowOf: RowOf = (subject) => this.#made.get(subject);

  constructor(
    readonly rules: ObjectRules<T>,
    readonly verbs: Verbs,
    readonly isVain: (step: BackupStep) => boolean,
  ) {}

  /** Carries out steps: those that add first, together if each is one request. */
  all$(steps: readonly BackupStep[]): Observable<Attempt> {
    for (const step of steps) if (step.type !== "delete") this.#made.set(step.subject, step.current);
    const added = steps.filter((step) => step.type === "add");
    const others = steps.filter((step) => step.type !== "add");
    return concat(
      this.rules.requests === undefined
        ? this.#batch$(added)
        : attempts$(added, ({ current }) => this.#add$(current)),
      attempts$(others, (step) => (step.type === "change" ? this.#change$(step) : this.#delete$(step))),
    );
  }

  #batch$(steps: readonly AddObject[]): Observable<Attempt> {
    const [readable, unreadable]: [[AddObject, object][], Attempt[]] = [[], []];
    for (const step of steps)
      try {
        readable.push([step, this.#value(this.rules.added?.(step.current) ?? step.current)]);
      } catch (error) {
        unreadable.push({ step, error: error as Error });
      }
    const attempted = ({ index, type, error }: Outcome<object>): Attempt => {
      const [step] = readable[index]!;
      return type === "applied" ? { step } : { step, error: error! };
    };
    const values = readable.map(([, value]) => value);
    const sent$ = values.length === 0 ? EMPTY : this.verbs.batch$(this.rules.add ?? "add", values);
    return concat(from(unreadable), sent$.pipe(map(attempted)));
  }

  get #layout(): AnyType {
    return definitionOf(this.verbs).layout;
  }

  #value(row: BackupRow): object {
    return fromRow(definitionOf(this.verbs), row);
  }

  /** Adds an object; one that another step made meanwhile, such as the other end of a veth, is changed. */
  #add$(row: BackupRow): Observable<unknown> {
    const { name, add = "add", added, requests, isGiven } = this.rules;
    if (isGiven?.(row)) throw new UnsupportedError("only hardware or a module can make it", name);
    const [first = added?.(row) ?? row] = requests?.(row, this.#rowOf) ?? [];
    const exists = (error: unknown) => requests !== undefined && isExisting(error);
    const add$ = this.verbs[`${add}$`](this.#value(first)).pipe(
      catchError((error) => (exists(error) ? EMPTY : throwError(() => error))),
    );
    return requests === undefined ? add$ : concat(add$, this.#send$(row));
  }

  /** Sends the requests that change an object. */
  #send$(row: BackupRow): Observable<unknown> {
    const { change, requests } = this.rules;
    const rows = requests?.(row, this.#rowOf).slice(1) ?? [row];
    return from(rows).pipe(concatMap((one) => deferred(() => this.verbs[`${change!}$`](this.#value(one)))));
  }

  #change$(step: ChangeObject): Observable<unknown> {
    const { change, isGiven, mayRemake } = this.rules;
    if (change === undefined) return this.#again$(step);
    const canRemake = !isGiven?.(step.previous) && (mayRemake?.(step) ?? true);
    const isBeyond = this.isVain(step) || step.changes.some((one) => this.#isBeyond(one));
    if (canRemake && isBeyond) return this.#again$(step);
    return this.#send$(step.current).pipe(
      catchError((error) =>
        canRemake && isUnchangeable(error) ? this.#again$(step) : throwError(() => error),
      ),
    );
  }

  /** Returns true if no change does this: of a member that is fixed, or that `change$` would leave as it is. */
  #isBeyond({ path, current }: MemberChange): boolean {
    if (current === undefined && this.rules.change === "change") return true;
    const type = path.split(".").reduce<AnyType | undefined>((at, key) => at?.member?.(key), this.#layout);
    return type?.ifDifferent === "refused";
  }

  /** Makes an object again; if that fails, puts back the one that there was. */
  #again$({ previous, current }: ChangeObject): Observable<unknown> {
    const undo$ = (error: unknown) =>
      concat(
        this.#add$(previous).pipe(
          ignoreElements(),
          catchError(() => EMPTY),
        ),
        throwError(() => error),
      );
    const delete$ = this.verbs.delete$(this.#value(previous));
    return concat(delete$, defer(() => this.#add$(current)).pipe(catchError(undo$)));
  }

  #delete$({ previous }: DeleteObject): Observable<unknown> {
    const ifGone = (error: unknown) => (isGone(error) ? EMPTY : throwError(() => error));
    const delete$ = deferred(() => this.verbs.delete$(this.#value(previous)));
    return delete$.pipe(retry({ count: RETRIES, delay: whileBusy }), catchError(ifGone));
  }
}
