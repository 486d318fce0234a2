import { computed, signal } from "@preact/signals";
import type { LinkView } from "../../wire/link-view.js";
import { familyOf } from "../look/families.js";
import { links, namespaces } from "./network.js";

/** What is selected: the id of a link, or the name of a namespace. */
export type Selection = { readonly link: string } | { readonly namespace: string } | undefined;

/** What is selected. */
export const selection = signal<Selection>();
/** Families of kinds that are hidden. */
export const hidden = signal<ReadonlySet<string>>(new Set());
/** Text that is searched for. */
export const query = signal("");

/** The link that is selected, if it is there. */
export const selectedLink = computed(() =>
  selection.value !== undefined && "link" in selection.value
    ? links.value.get(selection.value.link)
    : undefined,
);

/** Id of the link that is selected. */
export const selectedId = computed(() =>
  selection.value !== undefined && "link" in selection.value ? selection.value.link : undefined,
);

/** Addresses that every loopback link has. */
const ORDINARY = /^(127\.|::1\/)/;
/** A loopback link says nothing, unless it has an address of its own. */
const isTelling = ({ kind, addresses }: LinkView) =>
  kind !== "loopback" || addresses.some((address) => !ORDINARY.test(address));

/** Links that are shown, unless they are hidden. */
export const telling = computed(() => [...links.value.values()].filter(isTelling));
/** Links that are not hidden. */
export const visible = computed(() => {
  const off = hidden.value;
  return telling.value.filter(({ kind }) => !off.has(familyOf(kind).name));
});

/** Returns true if a link matches a text. */
function matches(link: LinkView, text: string): boolean {
  const { name, namespace, kind, mac, addresses, note } = link;
  const words = text.toLowerCase().split(/\s+/);
  const all = [name, namespace, kind, mac, note, ...addresses].join(" ").toLowerCase();
  return words.every((word) => all.includes(word));
}

/** Ids of links that match what is searched for; `undefined` if nothing is. */
export const found = computed(() => {
  const text = query.value.trim();
  if (text === "") return undefined;
  return new Set(visible.value.filter((link) => matches(link, text)).map(({ id }) => id));
});

/** Names of the namespaces that are shown. */
export const names = computed(() => namespaces.value.map(({ name }) => name));

/** Hides a family of kinds, or shows it again. */
export function toggle(family: string): void {
  const next = new Set(hidden.value);
  if (!next.delete(family)) next.add(family);
  hidden.value = next;
}
