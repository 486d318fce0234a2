import { toJson } from "@rxnetlink/core";
import {
  anonymousSets,
  type Ruleset,
  type RulesetChange,
  type RulesetEvent,
  type TableNode,
} from "@rxnetlink/netfilter/nftables";
import { isAnonymous } from "./anonymous.js";
import { elementToJson } from "./element-json.js";
import { layouts } from "./layouts.js";
import { partText, wordFor } from "./object-text.js";

type Members = Readonly<Record<string, unknown>>;

const SIGNS = { added: "+", removed: "-", changed: "~" } as const;

/** Formats the changes of an event, with the rulesets after it and before it. */
class ChangeText {
  readonly #tables: readonly Ruleset["tables"][];

  constructor(...rulesets: readonly (Ruleset | undefined)[]) {
    this.#tables = rulesets.flatMap((ruleset) => (ruleset === undefined ? [] : [ruleset.tables]));
  }

  /** Returns the table of an object, as it is and as it was. */
  #nodesOf({ family, table }: Members): TableNode[] {
    return this.#tables.flatMap((tables) => tables.get(`${family} ${table}`) ?? []);
  }

  /** Returns true if a change is about a set without a name, or its elements: the text of its rule shows both. */
  isShownInRule({ object }: RulesetChange, place: Members): boolean {
    const name = object === "element" ? place.set : object === "set" ? place.name : undefined;
    const nodes = this.#nodesOf(place).flatMap(({ sets }) => sets.get(String(name)) ?? []);
    return name !== undefined && nodes.some(isAnonymous);
  }

  *lines(changes: readonly RulesetChange[]): Generator<string> {
    for (const change of changes) {
      const { object, type } = change;
      const value = (change.current ?? change.previous) as object;
      const place = (object === "element" ? change : value) as object as Members;
      if (this.isShownInRule(change, place)) continue;
      const { family, table, chain, name, set } = place;
      const names = [family, table, chain, name, set].filter((word) => word !== undefined).join(" ");
      const sets = object === "rule" ? this.#nodesOf(place).flatMap((node) => anonymousSets(node)) : [];
      const words = [
        SIGNS[type],
        wordFor(object, value as never),
        names,
        partText(object, value as never, sets),
      ];
      yield `  ${words.join(" ").trimEnd()}`;
    }
  }
}

/** Formats an event; `before` is the ruleset before it. */
export function eventLines(event: RulesetEvent, before: Ruleset | undefined): string[] {
  if (event.type === "synced") return [];
  if (event.type === "depleted") {
    const { family, table, name } = event.quota;
    return [`! quota ${family} ${table} ${name} is used up`];
  }
  const lines = [...new ChangeText(event.ruleset, before).lines(event.changes)];
  if (event.type === "resync") return ["! events were lost; these are the differences", ...lines];
  if (event.type === "relisted") return ["! changed silently", ...lines];
  const { generation, procName, procPid } = event;
  return [`generation ${generation}${procPid === undefined ? "" : ` by ${procName}[${procPid}]`}`, ...lines];
}

function valueToJson(object: RulesetChange["object"], value: object): unknown {
  return object === "element" ? elementToJson(value) : toJson(layouts[object] as never, value as never);
}

function changeToJson(change: RulesetChange): object {
  const { object, current, previous } = change;
  return {
    ...change,
    ...(current !== undefined && { current: valueToJson(object, current) }),
    ...(previous !== undefined && { previous: valueToJson(object, previous) }),
  };
}

/** Formats an event as JSON, without the ruleset. */
export function eventJson({ ruleset: { generation }, ...event }: RulesetEvent): string {
  const { quota, changes, ...facts } = event as Members & { changes?: RulesetChange[] };
  return JSON.stringify({
    ...facts,
    generation,
    ...(quota !== undefined && { quota: toJson(layouts.object as never, quota as never) }),
    ...(changes && { changes: changes.map(changeToJson) }),
  });
}
