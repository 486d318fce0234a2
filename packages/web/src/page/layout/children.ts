import type { LinkView } from "../../wire/link-view.js";

/** Links by the link that they belong under. */
export type Children = ReadonlyMap<string, readonly LinkView[]>;

const byName = new Intl.Collator("en", { numeric: true }).compare;

/** The links that links belong under, which never lead back. */
class Parents {
  readonly #parents = new Map<string, string>();

  of(id: string): string | undefined {
    return this.#parents.get(id);
  }

  /** Places a link under the first of others from which nothing leads back to it; under none if there is no such. */
  set(id: string, candidates: readonly (string | undefined)[]): void {
    const parent = candidates.find((other) => other !== undefined && !this.#leads(other, id));
    if (parent !== undefined) this.#parents.set(id, parent);
  }

  #leads(from: string, to: string): boolean {
    for (let at: string | undefined = from; at !== undefined; at = this.of(at)) if (at === to) return true;
    return false;
  }
}

function groupBy<T>(
  values: readonly T[],
  keyOf: (value: T) => string | undefined,
): Map<string | undefined, T[]> {
  const groups = new Map<string | undefined, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}

/** Groups links under their master, or else under the link below them; a master under the links below its ports. */
export function childrenOf(links: readonly LinkView[]): {
  readonly tops: readonly LinkView[];
  readonly children: Children;
} {
  const sorted = [...links].sort((one, other) => byName(one.name, other.name));
  const ids = new Set(sorted.map(({ id }) => id));
  const known = (id: string | undefined) => (id !== undefined && ids.has(id) ? id : undefined);
  const parents = new Parents();
  for (const { id, master, lower } of sorted) parents.set(id, [known(master) ?? known(lower)]);
  const ports = groupBy(sorted, ({ master }) => known(master));
  for (const { id } of sorted)
    if (parents.of(id) === undefined)
      parents.set(
        id,
        (ports.get(id) ?? []).map(({ lower }) => known(lower)),
      );
  const groups = groupBy(sorted, ({ id }) => parents.of(id));
  const tops = groups.get(undefined) ?? [];
  groups.delete(undefined);
  return { tops, children: groups as Map<string, LinkView[]> };
}
