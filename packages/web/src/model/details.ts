import type { LinkNode, Neighbour, Route, Rule } from "@rxnetlink/route";
import type { State } from "../history/history.js";
import { type DetailRow, type DetailTable, ROWS_SHOWN } from "../wire/details.js";
import { idOf } from "./link-view.js";
import {
  actionText,
  destinationText,
  type NameOf,
  neighbourStateText,
  pathText,
  resolved,
  selectorText,
  tableText,
} from "./texts.js";

function table<T>(
  title: string,
  columns: readonly string[],
  values: readonly T[],
  rowOf: (value: T) => DetailRow,
): DetailTable {
  return { title, columns, rows: values.slice(0, ROWS_SHOWN).map(rowOf), total: values.length };
}

function routeTable(namespace: string, routes: readonly Route[], nameOf: NameOf): DetailTable {
  return table(
    "Routes",
    ["destination", "path", "source", "metric", "protocol", "table"],
    routes,
    (route) => {
      const { oif, prefsrc, priority, protocol } = route;
      const cells = [
        destinationText(route),
        pathText(route, nameOf),
        String(prefsrc ?? ""),
        String(priority ?? ""),
        String(protocol),
        tableText(route.table ?? route.rtmTable),
      ];
      return { cells, ...(oif !== undefined && { link: idOf(namespace, oif) }) };
    },
  );
}

function neighbourTable(namespace: string, neighbours: readonly Neighbour[], nameOf: NameOf): DetailTable {
  return table("Neighbours", ["address", "hardware address", "link", "state"], neighbours, (neighbour) => {
    const { dst, lladdr, ndmIfindex } = neighbour;
    const cells = [String(dst), String(lladdr ?? ""), nameOf(ndmIfindex), neighbourStateText(neighbour)];
    return { cells, link: idOf(namespace, ndmIfindex) };
  });
}

const ruleTable = (rules: readonly Rule[]) =>
  table<Rule>("Rules", ["priority", "matches", "action"], rules, (rule) => ({
    cells: [String(rule.priority ?? 0), selectorText(rule), actionText(rule)],
  }));

/** Routes of the local table, which the kernel makes of addresses, come last. */
const LOCAL = 255;
const byTable = (one: Route, other: Route) => Number(isLocal(one)) - Number(isLocal(other));
const isLocal = ({ table, rtmTable }: Route) => (table ?? rtmTable) === LOCAL;

const unique = <T>(lists: readonly (readonly T[])[]) => [...new Set(lists.flat())];

/** Returns the tables of a namespace, or of one of its links. */
export function detailsOf({ namespaces, links }: State, namespace: string, index?: number): DetailTable[] {
  const nodes = new Map<number, LinkNode>();
  for (const { node, view } of links.values()) if (view.namespace === namespace) nodes.set(view.index, node);
  const nameOf = (other: number) => nodes.get(other)?.link.ifname ?? `#${other}`;
  const chosen =
    index === undefined ? [...nodes.values()] : [nodes.get(index)].filter((one) => one !== undefined);
  const { rules = [], otherRoutes = [] } = namespaces.get(namespace) ?? {};
  const routes = unique([...chosen.map(({ routes }) => routes), index === undefined ? otherRoutes : []]);
  const neighbours = resolved(chosen.flatMap((node) => node.neighbours));
  return [
    routeTable(namespace, routes.sort(byTable), nameOf),
    neighbourTable(namespace, neighbours, nameOf),
    ...(index === undefined ? [ruleTable(rules)] : []),
  ];
}
