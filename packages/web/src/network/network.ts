import type { LinkNode, Rtnetlink, Topology } from "@rxnetlink/route";
import { condensed, linkNotes, type Note, ruleNotes, type Shown } from "../history/happenings.js";
import { History, type ShownNamespace, type State } from "../history/history.js";
import { EndFinder, type NamespaceOfId } from "../model/ends.js";
import { idOf, linkView } from "../model/link-view.js";
import { isRouted } from "../model/underlay.js";
import type { LinkView } from "../wire/link-view.js";
import type { Beginning, Difference, Rate, RateFrame, Snapshot } from "../wire/state.js";

/** Milliseconds of rates that a snapshot holds. */
const RATES_MS = 60_000;

interface Known extends ShownNamespace {
  readonly topology?: Topology;
  readonly nl?: Rtnetlink;
}

const namespaceNote = (type: Note["type"], name: string): Note => ({
  namespace: name,
  type,
  object: "namespace",
  text: name,
});

/** The state of all namespaces that are shown, made of what is reported of each. */
export class Network {
  readonly #now: () => number;
  readonly #history: History;
  readonly #ends: EndFinder;
  readonly #namespaces = new Map<string, Known>();
  readonly #links = new Map<string, Shown>();
  #rates: Record<string, Rate> = {};
  #happened = 0;

  constructor(now: () => number, namespaceOf: NamespaceOfId) {
    this.#now = now;
    this.#history = new History(now());
    this.#ends = new EndFinder(namespaceOf);
  }

  /** The current state. */
  get state(): State {
    return { namespaces: this.#namespaces, links: this.#links };
  }

  /** Returns the connection to a namespace, and what is known of it. */
  opened(namespace: string): { readonly nl?: Rtnetlink; readonly topology?: Topology } | undefined {
    return this.#namespaces.get(namespace);
  }

  /** Takes note of a namespace whose connection is open. */
  open(name: string, nl: Rtnetlink): Difference {
    // Those that are there at the beginning are open before any is listed.
    const isLate = [...this.#namespaces.values()].some(({ topology }) => topology !== undefined);
    this.#namespaces.set(name, { view: { name }, rules: [], otherRoutes: [], nl });
    return this.#difference(new Set(), true, isLate ? [namespaceNote("added", name)] : []);
  }

  /** Takes note of a namespace that cannot be shown any longer, and forgets its links. */
  fail(name: string, error: string): Difference {
    const gone = this.#forgetLinks(name);
    this.#namespaces.set(name, { view: { name, error }, rules: [], otherRoutes: [] });
    return this.#difference(gone, true, []);
  }

  /** Forgets a namespace. */
  remove(name: string): Difference {
    const gone = this.#forgetLinks(name);
    this.#namespaces.delete(name);
    return this.#difference(gone, true, [namespaceNote("removed", name)]);
  }

  /** Applies the topology of a namespace. */
  update(name: string, topology: Topology): Difference {
    const { nl, topology: before, rules } = this.#namespaces.get(name)!;
    this.#namespaces.set(name, {
      view: { name },
      topology,
      ...(nl && { nl }),
      rules: topology.rules,
      get otherRoutes() {
        return topology.otherRoutes;
      },
    });
    const changed = this.#changedLinks(name, before, topology);
    const notes = before === undefined ? [] : ruleNotes(name, rules, topology.rules);
    return this.#difference(changed, before === undefined, notes, before === undefined);
  }

  /** Takes note that a program has changed the ruleset of a namespace. */
  rulesetChanged(name: string, by: string): Difference {
    const note: Note = { namespace: name, type: "changed", object: "ruleset", text: `by ${by}` };
    return this.#difference(new Set(), false, [note]);
  }

  /** Looks again at links of a namespace, since it became known which namespaces they lead to. */
  refresh(name: string): Difference {
    const { topology } = this.#namespaces.get(name) ?? {};
    const ids = [...(topology?.links.values() ?? [])]
      .filter(({ link }) => link.linkNetnsid !== undefined)
      .map(({ link }) => idOf(name, link.index));
    return this.#difference(new Set(ids), false, [], true);
  }

  /** Takes note of the rates of a namespace. */
  takeRates(name: string, rates: ReadonlyMap<number, Rate>): void {
    for (const [index, rate] of rates) if (rate[0] + rate[1] > 0) this.#rates[idOf(name, index)] = rate;
  }

  /** Returns the rates since the last frame. */
  frame(): RateFrame {
    const frame = { time: this.#now(), rates: this.#rates };
    this.#rates = {};
    this.#history.addRates(frame);
    return frame;
  }

  /** Returns the state at a time. */
  at(time: number): State {
    return this.#history.at(time);
  }

  /** Returns the state at a time as the page shows it. */
  snapshotAt(time: number): Snapshot {
    return this.#snapshot(this.#history.at(time), time);
  }

  /** Returns the current state as the page shows it, with all that is remembered. */
  beginning(): Beginning {
    const { since, happenings } = this.#history;
    return { ...this.#snapshot(this.state, this.#now()), since, happenings };
  }

  #snapshot({ namespaces, links }: State, time: number): Snapshot {
    return {
      time,
      namespaces: [...namespaces.values()].map(({ view }) => view),
      links: [...links.values()].map(({ view }) => view),
      rates: this.#history.rates(time, RATES_MS),
    };
  }

  /** Returns the ids of links that may look different, those in other namespaces included. */
  #changedLinks(name: string, before: Topology | undefined, after: Topology): Set<string> {
    const changed = new Set<string>();
    const note = (index: number, others: readonly string[]) => {
      changed.add(idOf(name, index));
      for (const other of others) changed.add(other);
    };
    for (const [index, { link }] of before?.links ?? [])
      if (after.links.get(index)?.link !== link) note(index, this.#ends.delete(name, link));
    for (const [index, node] of after.links) {
      const known = before?.links.get(index);
      if (known === node) continue;
      note(index, known?.link === node.link ? [] : this.#ends.set(name, node.link));
    }
    // What changes elsewhere may lead them over another link.
    if (changed.size > 0)
      for (const [index, { link }] of after.links) if (isRouted(link)) changed.add(idOf(name, index));
    return changed;
  }

  #forgetLinks(name: string): Set<string> {
    const changed = new Set<string>();
    for (const { link } of this.#namespaces.get(name)?.topology?.links.values() ?? []) {
      changed.add(idOf(name, link.index));
      for (const other of this.#ends.delete(name, link)) changed.add(other);
    }
    return changed;
  }

  /** Makes the views of links again, and remembers what differs. */
  #difference(
    ids: ReadonlySet<string>,
    isAboutNames: boolean,
    notes: readonly Note[],
    isQuiet = false,
  ): Difference {
    const links = new Map<string, Shown | undefined>();
    const views: LinkView[] = [];
    const told = [...notes];
    for (const id of ids) {
      const before = this.#links.get(id);
      const after = this.#shown(id, before);
      if (before === after) continue;
      links.set(id, after);
      if (after !== undefined && after.view !== before?.view) views.push(after.view);
      if (!isQuiet) told.push(...linkNotes(before, after, this.#namesIn(id)));
    }
    for (const [id, shown] of links)
      if (shown === undefined) this.#links.delete(id);
      else this.#links.set(id, shown);
    const time = this.#now();
    const happenings = condensed(told).map((note) => ({ ...note, id: ++this.#happened, time }));
    const namespaces = new Map(this.#namespaces);
    this.#history.add({ time, namespaces, links, happenings });
    return {
      time,
      ...(isAboutNames && { namespaces: [...namespaces.values()].map(({ view }) => view) }),
      links: views,
      gone: [...links].flatMap(([id, shown]) => (shown === undefined ? [id] : [])),
      happenings,
    };
  }

  /** Returns a link as it is now; the same as before if nothing differs that is shown or listed. */
  #shown(id: string, before: Shown | undefined): Shown | undefined {
    const [namespace, node, topology] = this.#nodeOf(id);
    if (node === undefined || topology === undefined) return undefined;
    const view = linkView(namespace, node, this.#ends.of(namespace, node, topology));
    const isSame = before !== undefined && JSON.stringify(view) === JSON.stringify(before.view);
    if (isSame && before.node === node) return before;
    return { node, view: isSame ? before.view : view };
  }

  #nodeOf(id: string): readonly [namespace: string, node?: LinkNode, topology?: Topology] {
    const at = id.lastIndexOf("/");
    const [namespace, index] = [id.slice(0, at), Number(id.slice(at + 1))];
    const { topology } = this.#namespaces.get(namespace) ?? {};
    const node = topology?.links.get(index);
    return node === undefined || topology === undefined ? [namespace] : [namespace, node, topology];
  }

  #namesIn(id: string) {
    const [namespace] = this.#nodeOf(id);
    const links = this.#namespaces.get(namespace)?.topology?.links;
    return {
      nameOf: (index: number) => links?.get(index)?.link.ifname ?? `#${index}`,
      nameOfId: (other: string) => this.#nodeOf(other)[1]?.link.ifname ?? other,
    };
  }
}
