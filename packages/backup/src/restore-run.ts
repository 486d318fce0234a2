import { UnsupportedError } from "@rxnetlink/core";
import { concat, concatMap, defer, EMPTY, filter, from, map, mergeMap, type Observable } from "rxjs";
import { contents$ } from "./backup.js";
import { concealed } from "./concealed.js";
import { stepsOf } from "./difference.js";
import type { Backup } from "./document.js";
import type { RestoreOutcome } from "./outcome.js";
import { type Attempt, type BackupConnections, missingConnection, type Section } from "./section.js";
import { SECTIONS } from "./sections/index.js";
import type { BackupStep } from "./step.js";

const idOf = ({ section, key }: BackupStep) => `${section} ${key}`;

/** Says which steps of a section are carried out. */
type Choice = (step: BackupStep, section: Section) => boolean;

/**
 * A restore. It reads each section just before it changes it, since a link that is made again takes everything on it along.
 * First it removes, last sections first, so that nothing is in the way; then it adds and changes; at the end it removes
 * what was still in use, and what the kernel put on links that it made.
 */
export class RestoreRun {
  readonly #connections: BackupConnections;
  readonly #document: Backup;
  readonly #prune: boolean;
  readonly #sections: readonly Section[];
  /** Links that were made, or got a master. */
  readonly #made = new Set<string>();
  /** Steps as they were first attempted: one that is tried again may by then be a change. */
  readonly #first = new Map<string, BackupStep>();
  /** Number of times that the step about an object succeeded. */
  readonly #applied = new Map<string, number>();

  constructor(connections: BackupConnections, document: Backup, prune: boolean) {
    this.#connections = connections;
    this.#document = document;
    this.#prune = prune;
    this.#sections = SECTIONS.filter(({ name }) => name in document.sections);
  }

  run$(): Observable<RestoreOutcome> {
    const backwards = [...this.#sections].reverse();
    const removes: Choice = (step, section) => step.type === "delete" && this.#isExtra(step, section);
    const cleared$ = this.#prune ? this.#pass$(backwards, removes) : EMPTY;
    return concat(
      cleared$.pipe(filter(({ type }) => type === "applied")),
      this.#build$(),
      this.#pass$(backwards, removes),
    );
  }

  /**
   * Adds and changes, again and again as long as that gets on: what failed may need what came after it, and what was made may
   * have changed something, as ports change the MTU of a bridge.
   */
  #build$(): Observable<RestoreOutcome> {
    const failed: RestoreOutcome[] = [];
    let getsOn = false;
    const isNew = (outcome: RestoreOutcome) => {
      if (outcome.type !== "applied") failed.push(outcome);
      else getsOn = true;
      return outcome.type === "applied" && this.#applied.get(idOf(outcome.step)) === 1;
    };
    const again$ = defer(() => (getsOn ? this.#build$() : from(failed)));
    return concat(this.#pass$(this.#sections, ({ type }) => type !== "delete").pipe(filter(isNew)), again$);
  }

  #isExtra({ previous }: BackupStep & { readonly type: "delete" }, { linkOf }: Section): boolean {
    const link = linkOf?.(previous);
    return this.#prune || (link !== undefined && this.#made.has(link));
  }

  /** Carries out the chosen steps, section by section. */
  #pass$(sections: readonly Section[], isChosen: Choice): Observable<RestoreOutcome> {
    return from(sections).pipe(
      concatMap((section) =>
        contents$(this.#connections, section).pipe(
          map(({ rows }) => stepsOf(section, this.#document.sections[section.name]!, rows)),
          mergeMap((steps) =>
            this.#carryOut$(
              section,
              steps.filter((step) => isChosen(step, section)),
            ),
          ),
        ),
      ),
    );
  }

  #carryOut$(section: Section, steps: readonly BackupStep[]): Observable<RestoreOutcome> {
    const timesOf = (step: BackupStep) => this.#applied.get(idOf(step)) ?? 0;
    const sent = steps.filter((step) => timesOf(step) < MOST);
    const vain = steps
      .filter((step) => timesOf(step) >= MOST)
      .map((step) => ({ step, error: ignored(step) }));
    const isVain = (step: BackupStep) => timesOf(step) > 0;
    const missing = missingConnection(this.#connections, section);
    const sent$ =
      missing === undefined
        ? section.carryOut$(this.#connections, sent, isVain)
        : from(sent.map((step) => ({ step, error: new UnsupportedError(missing, section.name) })));
    return concat(sent$, from(vain)).pipe(map((attempt) => this.#outcome(attempt, section)));
  }

  #outcome({ step, error }: Attempt, section: Section): RestoreOutcome {
    const id = idOf(step);
    const first = this.#first.get(id) ?? step;
    this.#first.set(id, first);
    if (section.name === "link" && isFresh(step)) this.#made.add(step.subject);
    const about = { step: concealed(first, section) };
    if (error !== undefined) return { type: "failed", ...about, error };
    this.#applied.set(id, (this.#applied.get(id) ?? 0) + 1);
    return { type: "applied", ...about };
  }
}

/** Returns true of links on which the kernel puts something when they are made, or get a master: the default VLAN of a bridge. */
function isFresh(step: BackupStep): boolean {
  return (
    step.type === "add" || (step.type === "change" && step.changes.some(({ path }) => path === "master"))
  );
}

/** Times that one object is added or changed. */
const MOST = 3;

/** Returns the error for what the kernel accepts and does not do. */
function ignored(step: BackupStep): UnsupportedError {
  const paths = step.type === "change" ? step.changes.map(({ path }) => path).join(", ") : "it";
  return new UnsupportedError(
    `the kernel accepted the request, but ${paths} did not become as asked`,
    step.section,
  );
}
