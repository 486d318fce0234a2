import type { LinkNode, Neighbour, Route, Rule } from "@rxnetlink/route";
import { type NameOf, neighbourText, resolved, routeText, ruleText } from "../model/texts.js";
import type { LinkView } from "../wire/link-view.js";
import type { Happening } from "../wire/state.js";

/** Something that happened, before it gets its number and time. */
export type Note = Omit<Happening, "id" | "time">;

/** A link with everything that belongs to it, and its view. */
export interface Shown {
  readonly node: LinkNode;
  readonly view: LinkView;
}

/** Returns what is only in one of two lists. */
function* missing<T>(list: readonly T[], other: readonly T[]): Generator<T> {
  if (list === other) return;
  const known = new Set(other);
  for (const value of list) if (!known.has(value)) yield value;
}

type Noted = Pick<Note, "type" | "object" | "text">;

/** Returns how two lists of texts differ. What is replaced by the same text differs in nothing that is shown. */
function differing<T extends object>(
  object: string,
  [before, after]: readonly [readonly T[], readonly T[]],
  textOf: (value: T) => string,
): Noted[] {
  const left = new Set([...missing(before, after)].map(textOf));
  const come = new Set([...missing(after, before)].map(textOf));
  const only = (texts: Set<string>, others: Set<string>, type: Note["type"]) =>
    [...texts].filter((text) => !others.has(text)).map((text) => ({ type, object, text }));
  return [...only(left, come, "removed"), ...only(come, left, "added")];
}

/** Members of views whose changes are worth a line. */
const TOLD = ["name", "state", "mtu", "mac", "note"] as const;

/** Returns what changed of a link. */
function changes(before: LinkView, after: LinkView, nameOf: (id: string) => string): string[] {
  const values = TOLD.filter((key) => before[key] !== after[key]).map(
    (key) => `${key} ${before[key] ?? "none"} → ${after[key] ?? "none"}`,
  );
  if (before.master === after.master) return values;
  return [...values, after.master === undefined ? "left its master" : `port of ${nameOf(after.master)}`];
}

const NONE = { addresses: [], neighbours: [], routes: [] } as const;

/** Returns what happened to a link. */
export function linkNotes(
  before: Shown | undefined,
  after: Shown | undefined,
  { nameOf, nameOfId }: { readonly nameOf: NameOf; readonly nameOfId: (id: string) => string },
): Note[] {
  const { view } = (after ?? before)!;
  const [was, is] = [before?.node ?? NONE, after?.node ?? NONE];
  const text = view.kind === "device" ? view.name : `${view.name} (${view.kind})`;
  const own: Noted[] = [];
  if (before === undefined) own.push({ type: "added", object: "link", text });
  else if (after === undefined) own.push({ type: "removed", object: "link", text });
  else {
    const changed = changes(before.view, after.view, nameOfId);
    if (changed.length > 0)
      own.push({ type: "changed", object: "link", text: `${view.name}: ${changed.join(", ")}` });
  }
  // The kernel removes all that belongs to a link with it.
  const others = after === undefined ? [] : belongings(before?.view, after.view, [was, is], nameOf);
  return [...own, ...others].map((note) => ({ ...note, namespace: view.namespace, link: view.id }));
}

/** The kernel makes routes of the table `local` of addresses, which are told already. */
const LOCAL = 255;
const told = (routes: readonly Route[]) =>
  routes.filter(({ table, rtmTable }) => (table ?? rtmTable) !== LOCAL);

type Lists = Pick<LinkNode, "neighbours" | "routes">;

function belongings(
  before: LinkView | undefined,
  after: LinkView,
  [was, is]: readonly [Lists, Lists],
  nameOf: NameOf,
): Noted[] {
  const addresses = (view: LinkView | undefined) => view?.addresses ?? [];
  const on = (text: string) => `${text} on ${after.name}`;
  return [
    ...[...missing(addresses(before), addresses(after))].map(
      (text): Noted => ({ type: "removed", object: "address", text: on(text) }),
    ),
    ...[...missing(addresses(after), addresses(before))].map(
      (text): Noted => ({ type: "added", object: "address", text: on(text) }),
    ),
    ...differing<Route>("route", [told(was.routes), told(is.routes)], (route) => routeText(route, nameOf)),
    ...differing<Neighbour>("neighbour", [resolved(was.neighbours), resolved(is.neighbours)], (one) =>
      on(neighbourText(one)),
    ),
  ];
}

/** Returns what happened to the rules of a namespace. */
export const ruleNotes = (namespace: string, before: readonly Rule[], after: readonly Rule[]): Note[] =>
  differing<Rule>("rule", [before, after], ruleText).map((note) => ({ ...note, namespace }));

/** Most notes of one kind at a time; more are told as a number. */
const MOST = 25;

/** Tells how many objects there are of what comes in a storm. */
export function condensed(notes: readonly Note[]): Note[] {
  const groups = new Map<string, Note[]>();
  for (const note of notes) {
    const key = `${note.namespace} ${note.object} ${note.type}`;
    groups.set(key, [...(groups.get(key) ?? []), note]);
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length <= MOST) return group;
    const [{ namespace, object, type }] = group as [Note];
    return [{ namespace, object, type, text: `${group.length} ${plural(object)}` }];
  });
}

const plural = (object: string) => (object.endsWith("s") ? `${object}es` : `${object}s`);
