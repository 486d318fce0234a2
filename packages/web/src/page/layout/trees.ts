import type { LinkView } from "../../wire/link-view.js";

/** How namespaces are joined by links. */
export interface Neighbourhood {
  /** Namespaces that a namespace is joined with. */
  readonly joined: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids of links elsewhere that links of a namespace lead to. */
  readonly towards: ReadonlyMap<string, readonly string[]>;
  /** Namespace that a link leads to, by the id of the link. */
  readonly ends: ReadonlyMap<string, string>;
}

/** Returns how namespaces are joined. */
export function neighbourhood(links: readonly LinkView[]): Neighbourhood {
  const namespaces = new Map(links.map(({ id, namespace }) => [id, namespace]));
  const joined = new Map<string, Set<string>>();
  const towards = new Map<string, string[]>();
  const ends = new Map<string, string>();
  const join = (from: string, to: string) => joined.set(from, (joined.get(from) ?? new Set()).add(to));
  for (const { id, namespace, peer, lower } of links) {
    const end = [peer, lower].find((one) => one !== undefined && namespaces.get(one) !== namespace);
    const other = end === undefined ? undefined : namespaces.get(end);
    if (end === undefined || other === undefined) continue;
    ends.set(id, other);
    const known = towards.get(namespace);
    if (known === undefined) towards.set(namespace, [end]);
    else known.push(end);
    join(namespace, other);
    join(other, namespace);
  }
  return { joined, towards, ends };
}

/** A namespace with those that are reached through it. */
export interface Tree {
  readonly name: string;
  readonly children: Tree[];
}

/** Orders namespaces so that the innermost come last: those at the rim are taken away again and again. */
function fromTheRim(names: readonly string[], joined: Neighbourhood["joined"]): string[] {
  const degrees = new Map(names.map((name) => [name, joined.get(name)?.size ?? 0]));
  const order = new Set(names.filter((name) => degrees.get(name)! <= 1));
  for (const name of order)
    for (const other of joined.get(name) ?? []) {
      const left = (degrees.get(other) ?? 0) - 1;
      degrees.set(other, left);
      if (left === 1) order.add(other);
    }
  // Those in circles have no rim; whoever is joined with most is the innermost.
  const inCircles = names.filter((name) => !order.has(name));
  return [...order, ...inCircles.sort((one, other) => degrees.get(one)! - degrees.get(other)!)];
}

/** Returns trees of namespaces that are joined, each from its innermost. */
export function treesOf(names: readonly string[], { joined }: Neighbourhood): Tree[] {
  const left = new Set(fromTheRim(names, joined).reverse());
  const roots: Tree[] = [];
  for (const name of left) {
    left.delete(name);
    const root: Tree = { name, children: [] };
    roots.push(root);
    const reached = [root];
    for (const tree of reached)
      for (const other of joined.get(tree.name) ?? []) {
        if (!left.delete(other)) continue;
        const child: Tree = { name: other, children: [] };
        tree.children.push(child);
        reached.push(child);
      }
  }
  return roots;
}
