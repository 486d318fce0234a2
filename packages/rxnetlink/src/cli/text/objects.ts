import {
  type Address,
  addressFlags,
  type Link,
  linkFlags,
  type Route,
  type RouteNexthop,
  routeTables,
} from "@rxnetlink/route";

/** Joins the parts that are present. */
function words(...parts: (string | number | false | undefined)[]): string {
  return parts.filter((part) => part !== false && part !== undefined && part !== "").join(" ");
}

const labelled = (label: string, value: unknown) => (value === undefined ? undefined : `${label} ${value}`);

function linkText(link: Link): string {
  const { index, ifname, flags, mtu, operstate, linkinfo, master, address } = link;
  return words(
    `${index}: ${ifname ?? "?"}`,
    linkinfo?.kind,
    `<${linkFlags.names(flags).join(",")}>`,
    labelled("mtu", mtu),
    labelled("state", operstate),
    labelled("master", master),
    address,
  );
}

function addressText({ index, address, local, prefixlen, scope, flags, label }: Address): string {
  const mine = local ?? address;
  return words(
    `${mine}/${prefixlen}`,
    mine !== address && labelled("peer", address),
    `link ${index}`,
    `scope ${scope}`,
    label,
    addressFlags.names(flags ?? 0).join(" "),
  );
}

function tableName(table: number): string | number {
  return Object.entries(routeTables).find(([, number]) => number === table)?.[0] ?? table;
}

function nexthopText({ gateway, ifindex }: RouteNexthop): string {
  return words("nexthop", labelled("via", gateway), `link ${ifindex}`);
}

function routeText(route: Route): string {
  const { type, dst, dstLen, family, gateway, via, oif, table, rtmTable, priority, protocol, multipath } =
    route;
  const destination = dst === undefined ? `default ${family}` : `${dst}/${dstLen}`;
  return words(
    type !== "unicast" && type,
    destination,
    labelled("via", gateway ?? via?.address),
    labelled("link", oif),
    multipath?.map(nexthopText).join(" "),
    `table ${tableName(table ?? rtmTable)}`,
    labelled("metric", priority),
    `proto ${protocol}`,
  );
}

/** Formatters of some objects, by name. */
const FORMATS: Readonly<Record<string, (value: never) => string>> = {
  link: linkText,
  address: addressText,
  route: routeText,
};

/** Returns what formats an object as one line; `undefined` if it has no form of its own. */
export const textOf = (object: string): ((value: object) => string) | undefined =>
  FORMATS[object] as ((value: object) => string) | undefined;
