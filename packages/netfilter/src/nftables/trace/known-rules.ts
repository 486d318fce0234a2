import type { Rule } from "../rule/layout.js";
import type { RulesetEvent } from "../ruleset/events.js";
import { tableKey } from "../ruleset/model/keys.js";
import type { ChainNode, Ruleset } from "../ruleset/nodes.js";
import type { PacketTrace, TraceStep } from "./packet.js";

/** Removed rules to remember: a packet may have met one that is gone when its trace is read. */
const REMEMBERED = 1000;

type InChain = Pick<PacketTrace, "family" | "table">;

function removedKey(
  { family, table }: { family: unknown; table?: string },
  handle: bigint | undefined,
): string {
  return `${family} ${table} ${handle}`;
}

/** The rules of a watched ruleset, by the handles that traces have. */
export class KnownRules {
  #ruleset: Ruleset | undefined;
  readonly #removed = new Map<string, Rule>();
  readonly #byHandle = new WeakMap<ChainNode, ReadonlyMap<bigint, Rule>>();

  /** Takes an event of the ruleset. */
  take(event: RulesetEvent): void {
    this.#ruleset = event.ruleset;
    if (event.type === "synced" || event.type === "depleted") return;
    for (const { object, type, previous } of event.changes)
      if (object === "rule" && type === "removed")
        this.#removed.set(removedKey(previous, previous.handle), previous);
    for (const key of this.#removed.keys()) {
      if (this.#removed.size <= REMEMBERED) break;
      this.#removed.delete(key);
    }
  }

  /** Returns a packet with the rules that it met. */
  shown(packet: PacketTrace): PacketTrace {
    return { ...packet, steps: packet.steps.map((step) => this.#step(packet, step)) };
  }

  /** Returns true if all rules that a packet met are known. */
  knows(packet: PacketTrace): boolean {
    return packet.steps.every((step) => step.type !== "rule" || this.#find(packet, step) !== undefined);
  }

  #step(packet: InChain, step: TraceStep): TraceStep {
    const rule = step.type === "rule" ? this.#find(packet, step) : undefined;
    return rule === undefined ? step : ({ ...step, rule } as TraceStep);
  }

  #find({ family, table }: InChain, { chain, handle }: { chain: string; handle: bigint }): Rule | undefined {
    const key = tableKey({ family, table, resId: 0 });
    const node = this.#ruleset?.tables.get(key)?.chains.get(chain);
    const rule = node && this.#rulesOf(node).get(handle);
    return rule ?? this.#removed.get(removedKey({ family, table }, handle));
  }

  #rulesOf(node: ChainNode): ReadonlyMap<bigint, Rule> {
    const known = this.#byHandle.get(node);
    if (known !== undefined) return known;
    const rules = new Map(node.rules.map((rule) => [rule.handle ?? 0n, rule]));
    this.#byHandle.set(node, rules);
    return rules;
  }
}
