import { isRecord } from "@rxnetlink/core/internal";
import type { Netfilter } from "@rxnetlink/netfilter";
import type { NftSet, Step } from "@rxnetlink/netfilter/nftables";
import { lastValueFrom } from "rxjs";
import { Failures } from "../../../failure.js";
import { stepText } from "./step-json.js";

type SetGiven = Partial<NftSet>;

/** Sets by their identity, with the types that say how keys are stored: of earlier steps, else as the kernel has them. */
class KnownSets {
  readonly #sets = new Map<string, SetGiven>();

  constructor(readonly nf: Netfilter) {}

  #keyOf({ family, table, name }: SetGiven): string {
    return JSON.stringify([family, table, name]);
  }

  /** Remembers the set of a step that makes one. */
  learn({ type, kind, value }: Step): void {
    if (kind === "set" && (type === "add" || type === "create"))
      this.#sets.set(this.#keyOf(value as SetGiven), value as SetGiven);
  }

  async find(wanted: SetGiven): Promise<SetGiven> {
    const key = this.#keyOf(wanted);
    const set = this.#sets.get(key) ?? (await lastValueFrom(this.nf.nftables.set.get$(wanted as NftSet)));
    this.#sets.set(key, set);
    return set;
  }
}

/** Completes steps about elements by the types of their sets. */
export async function described(nf: Netfilter, steps: readonly Step[]): Promise<Step[]> {
  const known = new KnownSets(nf);
  const all: Step[] = [];
  for (const [index, step] of steps.entries()) {
    known.learn(step);
    const { set } = step.value as { readonly set?: SetGiven };
    if (step.kind !== "element" || !isRecord(set) || set.keyType !== undefined) {
      all.push(step);
      continue;
    }
    try {
      all.push({ ...step, value: { ...step.value, set: await known.find(set) } } as Step);
    } catch (error) {
      const failed = error as Error;
      throw new Failures([[`${index}: ${stepText(step)}: ${failed.message}`, failed]]);
    }
  }
  return all;
}
