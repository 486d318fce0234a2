import {
  type Neighbour,
  neighbourState,
  type Route,
  type RouteNexthop,
  type Rule,
  routeTables,
} from "@rxnetlink/route";

/** Returns the name of a link by its index. */
export type NameOf = (index: number) => string;

/** Joins the words that are there. */
const words = (...parts: (string | false | undefined)[]): string =>
  parts.filter((part) => part !== false && part !== undefined && part !== "").join(" ");

const labelled = (label: string, value: unknown) => (value === undefined ? undefined : `${label} ${value}`);

const TABLES = new Map<number, string>(Object.entries(routeTables).map(([name, number]) => [number, name]));

/** Returns the name of a routing table, or its number. */
export const tableText = (table: number): string => TABLES.get(table) ?? String(table);

const DEFAULTS: Readonly<Record<string, string>> = { inet: "0.0.0.0/0", inet6: "::/0" };

/** Returns the destination of a route. */
export function destinationText({ dst, dstLen, family }: Route): string {
  return dst === undefined ? `default (${DEFAULTS[family] ?? family})` : `${dst}/${dstLen}`;
}

const hop = ({ gateway, via, oif }: Pick<Route, "gateway" | "via" | "oif">, nameOf: NameOf) =>
  words(labelled("via", gateway ?? via?.address), oif !== undefined && nameOf(oif));

const nexthop = ({ gateway, ifindex }: RouteNexthop, nameOf: NameOf) =>
  words(labelled("via", gateway), nameOf(ifindex));

/** Returns where a route leads. */
export function pathText(route: Route, nameOf: NameOf): string {
  const paths = route.multipath?.map((one) => nexthop(one, nameOf)) ?? [hop(route, nameOf)];
  return words(route.type !== "unicast" && String(route.type), paths.join(", "));
}

/** Returns a route as one line. */
export function routeText(route: Route, nameOf: NameOf): string {
  const table = tableText(route.table ?? route.rtmTable);
  return words(destinationText(route), pathText(route, nameOf), table !== "main" && `table ${table}`);
}

/** Returns the neighbours that were resolved, or should be: those of multicast are made of their addresses. */
export const resolved = (neighbours: readonly Neighbour[]): Neighbour[] =>
  neighbours.filter(({ state }) => !neighbourState.names(state).includes("noarp"));

/** Returns the state of a neighbour. */
export const neighbourStateText = ({ state }: Neighbour): string => neighbourState.names(state).join(" ");

/** Returns a neighbour as one line. */
export const neighbourText = ({ dst, lladdr }: Neighbour): string =>
  words(String(dst), labelled("is at", lladdr));

/** Returns what a rule matches. */
export function selectorText(rule: Rule): string {
  const { src, srcLen, dst, dstLen, iifname, oifname, fwmark, tos } = rule;
  return words(
    src === undefined ? "from all" : `from ${src}/${srcLen}`,
    dst !== undefined && `to ${dst}/${dstLen}`,
    labelled("iif", iifname),
    labelled("oif", oifname),
    fwmark !== undefined && `fwmark 0x${fwmark.toString(16)}`,
    tos !== 0 && labelled("tos", tos),
  );
}

/** Returns what a rule does. */
export function actionText({ action, table, frhTable, goto }: Rule): string {
  if (action === "toTbl") return `lookup ${tableText(table ?? frhTable)}`;
  return words(String(action), goto !== undefined && String(goto));
}

/** Returns a rule as one line. */
export const ruleText = (rule: Rule): string =>
  words(`${rule.priority ?? 0}:`, selectorText(rule), actionText(rule));
