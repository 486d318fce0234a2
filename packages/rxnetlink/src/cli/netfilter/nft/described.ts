import { isRecord } from "@rxnetlink/core/internal";
import type { Netfilter } from "@rxnetlink/netfilter";
import type { NftSet, Step } from "@rxnetlink/netfilter/nftables";
import { lastValueFrom } from "rxjs";
import { Failures } from "../../failure.js";
import { stepText } from "./step-json.js";

type SetGiven = Partial<NftSet>;

const isSame = (one: SetGiven, other: SetGiven) =>
  one.table === other.table && one.name === other.name && one.family === other.family;

/** Finds a set among earlier steps, or else in the kernel. */
async function find(nf: Netfilter, wanted: SetGiven, earlier: readonly Step[]): Promise<SetGiven> {
  const step = earlier.findLast(
    ({ type, kind, value }) =>
      (type === "add" || type === "create") && kind === "set" && isSame(value as SetGiven, wanted),
  );
  if (step !== undefined) return step.value as SetGiven;
  return lastValueFrom(nf.nftables.set.get$(wanted as NftSet));
}

/** Completes steps about elements by the types of their sets, which say how keys are stored. */
export async function described(nf: Netfilter, steps: readonly Step[]): Promise<Step[]> {
  const all: Step[] = [];
  for (const [index, step] of steps.entries()) {
    const { set } = step.value as { readonly set?: SetGiven };
    if (step.kind !== "element" || !isRecord(set) || set.keyType !== undefined) {
      all.push(step);
      continue;
    }
    try {
      all.push({
        ...step,
        value: { ...step.value, set: await find(nf, set, steps.slice(0, index)) },
      } as Step);
    } catch (error) {
      const failed = error as Error;
      throw new Failures([[`${index}: ${stepText(step)}: ${failed.message}`, failed]]);
    }
  }
  return all;
}
