// What the page shows: a plain value, as JSON has it, made of what the kernel says.

import {
  type LinkNode,
  type Neighbour,
  neighbourState,
  prefixOf,
  type Rates,
  type Route,
  type Topology,
} from "rxnetlink";
import { type NftRule, type Ruleset, ruleText, type Table } from "rxnetlink/nftables";

/** A link, with what it receives and sends, in bytes per second. */
export interface LinkRow {
  readonly link: string;
  readonly state: string;
  readonly addresses: readonly string[];
  readonly received: number;
  readonly sent: number;
}

/** A route of the main table. */
export interface RouteRow {
  readonly to: string;
  readonly via: string;
  readonly metric: number;
  readonly protocol: string;
}

/** A host on a link. */
export interface NeighbourRow {
  readonly address: string;
  readonly hardware: string;
  readonly link: string;
  readonly state: string;
}

/** A rule or an object of nftables that counts. */
export interface CounterRow {
  readonly place: string;
  readonly rule: string;
  /** Decimal, since counters have 64 bits. */
  readonly packets: string;
  readonly bytes: string;
}

/** State of the router. */
export interface RouterStatus {
  readonly links: readonly LinkRow[];
  readonly routes: readonly RouteRow[];
  readonly neighbours: readonly NeighbourRow[];
  /** Counters, or the reason why they cannot be read. */
  readonly counters: readonly CounterRow[] | string;
}

/** Bytes per second of all links, by `"eth0 received"` and `"eth0 sent"`. */
export type LinkRates = Rates<string>;

const MAIN = 254;

function linkRow({ link, addresses }: LinkNode, rates: LinkRates): LinkRow {
  const { ifname = "", operstate = "unknown" } = link;
  const per = (direction: string) => Math.round(rates[`${ifname} ${direction}`] ?? 0);
  return {
    link: ifname,
    state: String(operstate),
    addresses: addresses.map((address) => prefixOf(address)),
    received: per("received"),
    sent: per("sent"),
  };
}

function routeRow(route: Route, link: string): RouteRow {
  const { gateway, priority = 0, protocol, dstLen } = route;
  const via = [gateway, link].filter((part) => part !== undefined).join(" on ");
  return {
    to: dstLen === 0 ? "default" : prefixOf(route),
    via,
    metric: priority,
    protocol: String(protocol),
  };
}

function neighbourRow({ dst = "", lladdr = "", state }: Neighbour, link: string): NeighbourRow {
  return { address: dst, hardware: lladdr, link, state: neighbourState.names(state).join(", ") };
}

/** Returns the comment of a rule, or its text, in which the counter is left out. */
function textOf({ expressions = [], userdata }: NftRule, { family }: Table): string {
  if (userdata?.comment !== undefined) return userdata.comment;
  const others = expressions.filter(({ name }) => name !== "counter");
  const named = typeof family === "number" || family === "unspec" ? "inet" : family;
  return ruleText({ expressions: others }, named);
}

/** Returns the rules and objects of a ruleset that count. */
export function countersOf({ tables }: Ruleset): CounterRow[] {
  return [...tables.values()].flatMap(({ table, chains, objects }) => {
    const place = `${table.family} ${table.name}`;
    const row = (where: string, rule: string, { packets = 0n, bytes = 0n }) => ({
      place: `${place} ${where}`,
      rule,
      packets: String(packets),
      bytes: String(bytes),
    });
    const ofRules = [...chains.values()].flatMap(({ chain, rules }) =>
      rules.flatMap((rule) => {
        const counter = rule.expressions?.find(({ name }) => name === "counter")?.data?.counter;
        return counter === undefined ? [] : [row(chain.name ?? "", textOf(rule, table), counter)];
      }),
    );
    const ofObjects = [...objects.values()].flatMap(({ name = "", data }) =>
      data?.counter === undefined ? [] : [row(name, "counter", data.counter)],
    );
    return [...ofRules, ...ofObjects];
  });
}

/** Returns the status of what is known. */
export function statusOf(
  { links, otherRoutes }: Topology,
  rates: LinkRates,
  counters: readonly CounterRow[] | string,
): RouterStatus {
  const nodes = [...links.values()];
  const inMain = (routes: readonly Route[], link?: string) =>
    routes.filter(({ table }) => table === MAIN).map((route) => routeRow(route, link ?? String(route.type)));
  return {
    links: nodes.map((node) => linkRow(node, rates)),
    routes: [...nodes.flatMap(({ link, routes }) => inMain(routes, link.ifname)), ...inMain(otherRoutes)],
    neighbours: nodes.flatMap(({ link, neighbours }) =>
      neighbours
        .filter(({ state }) => !neighbourState.has(state, "noarp"))
        .map((one) => neighbourRow(one, link.ifname ?? "")),
    ),
    counters,
  };
}
