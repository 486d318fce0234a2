import type { Difference } from "@rxnetlink/core";
import type { Element } from "../../element/element.js";
import { type RawElement, rawElementFlags } from "../../element/layout.js";
import { flagsOf } from "../../set/complete.js";
import { type NftSet, setFlags } from "../../set/layout.js";
import type { RulesetChange } from "../events.js";
import type { KnownChange, RawElementChange } from "./changes.js";
import { elementsOf } from "./element-list.js";
import { bytesText } from "./keys.js";
import type { SetModel } from "./table-model.js";

const { intervalEnd, catchall } = rawElementFlags.bits;
const has = ({ flags = 0 }: RawElement, bit: number) => (flags & bit) !== 0;

/** Returns true if elements of a set are halves of intervals. */
function hasHalves({ flags, desc }: NftSet): boolean {
  const bits = flagsOf({ ...(flags !== undefined && { flags }) });
  return (
    (bits & setFlags.bits.interval) !== 0 && (bits & setFlags.bits.concat) === 0 && desc?.concat === undefined
  );
}

/** Returns the second half of an interval: the first end after its beginning, if it has one. */
function endOf({ elements }: SetModel, first: RawElement): RawElement[] {
  const start = bytesText(first.key?.value);
  let end: [key: string, raw: RawElement] | undefined;
  for (const raw of elements.now.values()) {
    const key = bytesText(raw.key?.value);
    if (has(raw, intervalEnd) && key > start && (end === undefined || key < end[0])) end = [key, raw];
  }
  return end === undefined ? [] : [end[1]];
}

/** Returns the elements that appeared or went together. */
function decodedRun(set: SetModel, raws: readonly RawElement[]): readonly Element[] {
  const halved = hasHalves(set.row);
  const first = raws[0];
  const alone = halved && raws.length === 1 && first !== undefined && !has(first, intervalEnd | catchall);
  return elementsOf(set.row, alone ? [first, ...endOf(set, first)] : raws);
}

/** Returns the differences of whole elements that a run of differences of the same type stands for. */
function* decoded(set: SetModel, run: readonly Difference<RawElement>[]): Generator<Difference<Element>> {
  const [first] = run;
  if (first?.type === "changed") {
    for (const { current, previous } of run) {
      const [now] = decodedRun(set, current === undefined ? [] : [current]);
      const [before] = decodedRun(set, previous === undefined ? [] : [previous]);
      if (now !== undefined && before !== undefined)
        yield { type: "changed", current: now, previous: before };
    }
  } else if (first?.type === "added")
    for (const current of decodedRun(
      set,
      run.flatMap((one) => one.current ?? []),
    ))
      yield { type: "added", current };
  else
    for (const previous of decodedRun(
      set,
      run.flatMap((one) => one.previous ?? []),
    ))
      yield { type: "removed", previous };
}

function* shownRun(run: readonly RawElementChange[]): Generator<RulesetChange> {
  const set = run[0]?.in;
  if (set === undefined) return;
  const { family, table = "", name = "" } = set.row;
  const place = { object: "element", family, table, set: name } as const;
  for (const difference of decoded(
    set,
    run.map((one) => one.difference),
  ))
    yield { ...place, ...difference };
}

/** Turns changes of elements as the kernel has them, half by half, into changes of whole elements. */
export function withElements(changes: Iterable<KnownChange>): RulesetChange[] {
  const shown: RulesetChange[] = [];
  let run: RawElementChange[] = [];
  const endRun = () => {
    for (const change of shownRun(run)) shown.push(change);
    run = [];
  };
  for (const change of changes) {
    const [last] = run;
    const goesOn =
      last !== undefined &&
      change.object === "rawElement" &&
      change.in === last.in &&
      change.difference.type === last.difference.type;
    if (!goesOn) endRun();
    if (change.object === "rawElement") run.push(change);
    else shown.push(change);
  }
  endRun();
  return shown;
}
