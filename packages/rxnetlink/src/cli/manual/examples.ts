import type { AnyType } from "@rxnetlink/core/schema";
import type { CommandedObject } from "../objects/commanded.js";
import { membersOf, wordsOf } from "./member.js";

/** Values by the names of types; others get a number. */
const SAMPLES: readonly (readonly [type: RegExp, sample: string])[] = [
  [/^(ip|ipv4|ip4)/, "192.0.2.1"],
  [/^(ipv6|ip6)/, "2001:db8::1"],
  [/^(mac|ether)/, "02:00:00:00:00:01"],
  [/string/, "NAME"],
];

/** Returns a value as it may be typed for a member. */
function sampleOf(key: string, type: AnyType): string {
  const word = wordsOf(type).find((one) => one !== "unspec");
  if (/ifname|ifindex|^dev|^link|^index$/i.test(key)) return "eth0";
  return word ?? SAMPLES.find(([name]) => name.test(type.name))?.[1] ?? "1";
}

/** Returns words by which the commands of an object can be tried: for a list, of an identity, of a change. */
function wordsFor({ definition, examples }: CommandedObject): readonly [string, string, string] {
  if (examples !== undefined) return examples;
  const { layout, namedBy = [], filters } = definition;
  /** An assignment to the first key that can be typed; the family hardly ever tells objects apart. */
  const assignment = (keys: readonly unknown[], otherwise: string) => {
    const key = keys.map(String).find((one) => {
      const type = layout.member?.(one);
      return one !== "family" && type !== undefined && membersOf(type).length === 0;
    });
    return key === undefined ? otherwise : `${key}=${sampleOf(key, layout.member!(key)!)}`;
  };
  return [assignment(filters, ""), assignment(namedBy, "KEY=VALUE"), "KEY=VALUE"];
}

const unique = (...words: readonly string[]) => [...new Set(words)].join(" ");

/** Returns command lines for an object, as far as it has the verbs. */
export function examplesOf(object: CommandedObject): string[] {
  const { name, definition } = object;
  const [list, identity, change] = wordsFor(object);
  const has = (verb: string) => definition.verbs.includes(verb as never);
  const lines = (verb: string, ...words: readonly string[]) =>
    has(verb) ? words.map((one) => `rxnl ${name} ${verb} ${one}`.trimEnd()) : [];
  return [
    ...lines("list", "", ...(list === "" ? [] : [list]), "--json | jq '.[0]'"),
    ...lines("get", identity),
    ...lines("add", unique(identity, change)),
    ...lines("change", unique(identity, change)),
    ...lines("delete", identity),
    ...(has("watch") ? [`rxnl watch ${name}`] : []),
    ...(has("notify") ? [`rxnl monitor ${name} --timestamps`] : []),
  ];
}
