import type { Route, Rule } from "@rxnetlink/route";
import type { Happening, NamespaceView, RateFrame } from "../wire/state.js";
import type { Shown } from "./happenings.js";

/** A namespace, with what belongs to none of its links. */
export interface ShownNamespace {
  readonly view: NamespaceView;
  readonly rules: readonly Rule[];
  readonly otherRoutes: readonly Route[];
}

/** All that there is at a time. */
export interface State {
  readonly namespaces: ReadonlyMap<string, ShownNamespace>;
  readonly links: ReadonlyMap<string, Shown>;
}

/** What changed at a time. */
export interface Moment {
  readonly time: number;
  readonly namespaces: ReadonlyMap<string, ShownNamespace>;
  /** Links that changed; `undefined` for those that were removed. */
  readonly links: ReadonlyMap<string, Shown | undefined>;
  readonly happenings: readonly Happening[];
}

/** Bounds of what is remembered. */
export interface Bounds {
  /** Most changes of links, with what belongs to them. */
  readonly changes: number;
  /** Most frames of rates. */
  readonly frames: number;
}

/** An hour of rates, and changes that take some tens of megabytes. */
const BOUNDS: Bounds = { changes: 200_000, frames: 3600 };

/** Estimates the memory of a moment: 1 for each link, and for each object in a list of its own. */
function weightOf({ links, happenings }: Moment): number {
  let weight = 1 + happenings.length;
  for (const shown of links.values()) weight += 1 + (shown === undefined ? 0 : listed(shown.node));
  return weight;
}

const listed = ({ addresses, neighbours, routes }: Shown["node"]) =>
  addresses.length + (neighbours.length + routes.length) / 4;

function apply(links: Map<string, Shown>, { links: changed }: Moment): void {
  for (const [id, shown] of changed)
    if (shown === undefined) links.delete(id);
    else links.set(id, shown);
}

/** Remembers states in memory, up to a bound: the earliest, and each change since. */
export class History {
  readonly #bounds: Bounds;
  readonly #first: { time: number; namespaces: State["namespaces"]; links: Map<string, Shown> };
  readonly #moments: { readonly moment: Moment; readonly weight: number }[] = [];
  readonly #frames: RateFrame[] = [];
  #weight = 0;

  constructor(start: number, bounds: Bounds = BOUNDS) {
    this.#bounds = bounds;
    this.#first = { time: start, namespaces: new Map(), links: new Map() };
  }

  /** Time of the earliest state that has links. */
  get since(): number {
    const { time, links } = this.#first;
    if (links.size > 0) return time;
    return this.#moments.find(({ moment }) => moment.links.size > 0)?.moment.time ?? time;
  }

  /** Everything that happened, the earliest first. */
  get happenings(): readonly Happening[] {
    return this.#moments.flatMap(({ moment }) => moment.happenings);
  }

  /** Adds what changed; forgets the earliest changes beyond the bound. */
  add(moment: Moment): void {
    const weight = weightOf(moment);
    this.#moments.push({ moment, weight });
    this.#weight += weight;
    while (this.#weight > this.#bounds.changes && this.#moments.length > 1) this.#forget();
  }

  /** Adds rates. */
  addRates(frame: RateFrame): void {
    this.#frames.push(frame);
    if (this.#frames.length > this.#bounds.frames) this.#frames.shift();
  }

  /** Returns the state at a time. */
  at(time: number): State {
    const links = new Map(this.#first.links);
    let { namespaces } = this.#first;
    for (const { moment } of this.#moments) {
      if (moment.time > time) break;
      apply(links, moment);
      namespaces = moment.namespaces;
    }
    return { namespaces, links };
  }

  /** Returns the rates in the last milliseconds before a time. */
  rates(time: number, milliseconds: number): readonly RateFrame[] {
    return this.#frames.filter((frame) => frame.time <= time && frame.time > time - milliseconds);
  }

  #forget(): void {
    const { moment, weight } = this.#moments.shift()!;
    apply(this.#first.links, moment);
    this.#first.namespaces = moment.namespaces;
    this.#first.time = moment.time;
    this.#weight -= weight;
  }
}
