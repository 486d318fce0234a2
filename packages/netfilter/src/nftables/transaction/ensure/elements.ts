import type { Element } from "../../element/element.js";
import type { SetNode } from "../../ruleset/nodes.js";
import type { NftSet } from "../../set/layout.js";
import type { Step } from "../step.js";
import { expressionsText, textOf } from "./normal.js";
import { isSameTime } from "./objects.js";
import type { WantedSet } from "./wanted.js";

function heldText({ data, verdict, object, comment }: Element): string {
  return textOf({ data, verdict, object, comment });
}

/** Returns true if an element is as another one; one without expressions gets those of its set. */
function isSame({ timeout: usual }: NftSet, there: Element, wanted: Element): boolean {
  const { expressions } = wanted;
  return (
    heldText(there) === heldText(wanted) &&
    isSameTime(there.timeout ?? usual, wanted.timeout ?? usual) &&
    (expressions === undefined || expressionsText(expressions) === expressionsText(there.expressions ?? []))
  );
}

const byKey = (elements: readonly Element[]) =>
  new Map(elements.map((element) => [textOf(element.key), element]));

function step(type: "add" | "delete", set: NftSet, elements: readonly Element[]): Step[] {
  return elements.length === 0 ? [] : [{ type, kind: "element", value: { set, elements } }];
}

/**
 * Returns the steps that bring the elements of a set to those that are wanted: removals first, then additions.
 *
 * @param filled - True if packets add elements, so that all of these stay.
 */
export function elementEdits(
  { set, elements }: SetNode,
  wanted: WantedSet,
  filled: boolean,
): { removals: Step[]; additions: Step[] } {
  const [there, given] = [byKey(elements), byKey(wanted.elements)];
  const added: Element[] = [];
  const removed: Element[] = [];
  for (const [key, element] of given) {
    const known = there.get(key);
    if (known !== undefined && isSame(set, known, element)) continue;
    added.push(element);
    if (known !== undefined) removed.push({ key: known.key });
  }
  if (!filled) for (const [key, element] of there) if (!given.has(key)) removed.push({ key: element.key });
  return { removals: step("delete", set, removed), additions: step("add", wanted.row, added) };
}
