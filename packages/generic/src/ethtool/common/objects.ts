import {
  type Ack,
  defineObject,
  type KernelRefusal,
  type MessageTypes,
  type ObjectDefinition,
  pick,
  type RequestVerb,
  type StateRules,
} from "@rxnetlink/core";
import type { Type } from "@rxnetlink/core/schema";
import { ethtoolGroups } from "../family.js";
import type { OfLink } from "./header.js";

/** Facts about a topic of links. */
export interface Topic<T extends OfLink> {
  /** Name: `"rings"`. */
  readonly name: string;
  /** Layout of all its messages. */
  readonly layout: Type<T>;
  /** Message types; `new` is that of notifications. */
  readonly types: MessageTypes;
  /** Members of requests for it that shape the reply. */
  readonly requestOnly?: readonly (keyof T)[];
  /** Completes a request. */
  complete?(value: Partial<T>, verb: RequestVerb): Partial<T>;
}

const EOPNOTSUPP = 95;

/** Returns what names a link in a request: its index, which outlives its name, or else its name. */
function keyOf<T extends OfLink>(value: Partial<T>): Partial<T> {
  const name = value.devIndex === undefined ? pick(value, "devName") : pick(value, "devIndex");
  return { ...name, ...pick(value, "phyIndex") } as Partial<T>;
}

function hint({ errno, text }: KernelRefusal, { devName, devIndex }: Partial<OfLink>): string | undefined {
  if (text === "bit name not found") return "this kernel has no bit of that name";
  const link = devName ?? devIndex;
  if (errno !== EOPNOTSUPP || link === undefined) return undefined;
  return `the driver of link ${link} does not offer it`;
}

/** Returns the facts that all topics share. */
export const common = <T extends OfLink>(requestOnly: readonly (keyof T)[] = []) => ({
  namedBy: ["devName", "devIndex"] as readonly (keyof T)[],
  filters: [] as readonly (keyof T)[],
  requestOnly: ["headerFlags", "phyIndex", ...requestOnly] as readonly (keyof T)[],
  keysOf: (value: Partial<T>) => [keyOf(value)],
  hint: (refusal: KernelRefusal, value: Partial<T>) => hint(refusal, value),
});

/** Rules of the state of what each link has once. The group reports changes, but neither new links nor those that are gone. */
export const onePerLink = <T extends OfLink>(): StateRules<T> => ({
  identityOf: ({ devIndex }) => devIndex,
  perLink: { key: "devIndex", single: true },
  relistEvery: 10_000,
  silent: { "": { reason: "links that come, go and are renamed are not reported here" } },
});

/** Defines what each link reports. */
export function defineReport<T extends OfLink>({
  requestOnly,
  ...topic
}: Topic<T>): ObjectDefinition<T, T, "list" | "get", Ack> {
  return defineObject({ ...common<T>(requestOnly), ...topic, groups: [], verbs: ["list", "get"] });
}

/** Defines settings of each link. */
export function defineSettings<T extends OfLink>(
  { requestOnly, ...topic }: Topic<T>,
  state: Partial<StateRules<T>> = {},
): ObjectDefinition<T, T, "list" | "get" | "change" | "notify" | "watch", Ack> {
  return defineObject({
    ...common<T>(requestOnly),
    ...topic,
    groups: [ethtoolGroups.monitor],
    verbs: ["list", "get", "change", "notify", "watch"],
    state: { ...onePerLink<T>(), ...state },
  });
}
