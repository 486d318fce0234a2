import type { Transport } from "@rxnetlink/core";
import type { Topology } from "@rxnetlink/route";
import { debounceTime, type Observable, type SchedulerLike, Subject, Subscription, timer } from "rxjs";
import type { Difference, StreamEvents } from "../wire/state.js";
import { type PlaceReport, reports$ } from "./follow.js";
import { NamespaceIds } from "./namespace-ids.js";
import { Network } from "./network.js";
import type { Place, PlaceEvent } from "./place.js";

/** An event for browsers after the first. */
export type Update =
  | { readonly type: "difference"; readonly data: StreamEvents["difference"] }
  | { readonly type: "rates"; readonly data: StreamEvents["rates"] };

/** What is watched. */
export interface Watched {
  readonly transport: Transport;
  readonly places$: Observable<PlaceEvent>;
  readonly scheduler: SchedulerLike;
}

/** Time after which the ids of namespaces are asked for, in milliseconds: several appear at once. */
const LEARN_MS = 50;
const FRAME_MS = 1000;

/** Returns the ids of namespaces that links lead to. */
const idsIn = ({ links }: Topology): number[] =>
  [...links.values()].flatMap(({ link: { linkNetnsid } }) =>
    linkNetnsid === undefined ? [] : [linkNetnsid],
  );

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Namespaces that are watched, and what browsers are told of them. */
export class Watch {
  readonly updates$ = new Subject<Update>();
  readonly network: Network;
  readonly #ids = new NamespaceIds();
  readonly #places = new Map<string, Place>();
  /** Emits when links may lead to namespaces whose ids are not known. */
  readonly #unlearned$ = new Subject<void>();
  readonly #running = new Subscription();

  constructor({ transport, places$, scheduler }: Watched) {
    const namespaceOf = (namespace: string, id: number) => this.#ids.of(namespace, id);
    this.network = new Network(() => scheduler.now(), namespaceOf);
    this.#running.add(this.#unlearned$.pipe(debounceTime(LEARN_MS)).subscribe(() => this.#learn()));
    this.#running.add(reports$(transport, places$, scheduler).subscribe((report) => this.#take(report)));
    const frame = () => this.updates$.next({ type: "rates", data: this.network.frame() });
    this.#running.add(timer(FRAME_MS, FRAME_MS, scheduler).subscribe(frame));
  }

  /** Returns a namespace by its name. */
  placeOf(name: string): Place | undefined {
    return this.#places.get(name);
  }

  /** Ends the watch. */
  close(): void {
    this.#running.unsubscribe();
    this.updates$.complete();
  }

  #take(report: PlaceReport): void {
    const { name } = report.place;
    if (report.type === "rates") return this.network.takeRates(name, report.rates);
    this.#tell(this.#applied(name, report));
    this.#unlearned$.next();
  }

  #tell(data: Difference): void {
    this.updates$.next({ type: "difference", data });
  }

  #applied(name: string, report: Exclude<PlaceReport, { readonly type: "rates" }>): Difference {
    switch (report.type) {
      case "opened":
        this.#places.set(name, report.place);
        return this.network.open(name, report.nl);
      case "topology":
        return this.network.update(name, report.topology);
      case "ruleset":
        return this.network.rulesetChanged(name, report.by);
      case "failed":
        return this.network.fail(name, messageOf(report.error));
      case "gone":
        this.#places.delete(name);
        this.#ids.delete(name);
        return this.network.remove(name);
    }
  }

  /** Asks which namespaces links lead to, where that is not known. */
  #learn(): void {
    const places = [...this.#places.values()];
    for (const { name } of places) {
      const { nl, topology } = this.network.opened(name) ?? {};
      if (nl === undefined || topology === undefined) continue;
      const learned$ = this.#ids.learn$(name, nl, idsIn(topology), places);
      this.#running.add(learned$.subscribe(() => this.#tell(this.network.refresh(name))));
    }
  }
}
