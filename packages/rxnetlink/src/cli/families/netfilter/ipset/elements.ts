import { readFileSync } from "node:fs";
import type { Netfilter } from "@rxnetlink/netfilter";
import {
  type BulkVerb,
  type ElementOf,
  type ExistOption,
  type IpSetRef,
  type IpSetType,
  ipsetElement,
  ipsetTypes,
} from "@rxnetlink/netfilter/ipset";
import { filter, lastValueFrom, toArray } from "rxjs";
import { Failures, STATUS } from "../../../failure.js";
import { readAssignments } from "../../../input/assignments.js";
import { UsageError } from "../../../input/usage-error.js";
import { wordsIn } from "../../../input/words.js";
import { print, shown } from "../../../output.js";
import { elementText } from "./ipset-text.js";
import { typed } from "./sets.js";

type Element = ElementOf<IpSetType>;

function readElement({ typename }: IpSetRef, words: readonly string[]): Element {
  const [first = "ip"] = ipsetTypes[typename]?.element ?? [];
  return readAssignments(ipsetElement, words, first) as Element;
}

/** An element of standard input, and the number of its line. */
interface Line {
  readonly number: number;
  readonly element: Element;
}

/** Reads elements, one a line, as words or as JSON. Empty lines and those that begin with `#` are skipped. */
function readLines(set: IpSetRef): Line[] {
  return readFileSync(0, "utf8")
    .split("\n")
    .flatMap((text, i) => {
      if (/^\s*(#|$)/.test(text)) return [];
      try {
        return [{ number: i + 1, element: readElement(set, wordsIn(text)) }];
      } catch (error) {
        throw error instanceof UsageError ? new UsageError(`line ${i + 1}: ${error.message}`) : error;
      }
    });
}

/** Adds or deletes the elements of standard input. One that is refused does not stop the others. */
async function changeAll(
  { ipset }: Netfilter,
  verb: BulkVerb,
  set: IpSetRef,
  options: ExistOption,
): Promise<void> {
  const lines = readLines(set);
  const elements = lines.map(({ element }) => element);
  const refused$ = ipset.batch$(verb, set, elements, options).pipe(filter(({ type }) => type !== "applied"));
  const refused = await lastValueFrom(refused$.pipe(toArray()));
  if (refused.length === 0) return;
  throw new Failures(
    refused.map(({ index, error }) => [`line ${lines[index]!.number}: ${error!.message}`, error!]),
  );
}

/** Adds an element, or deletes it; all of standard input if the only word is `-`. */
export async function change(
  nf: Netfilter,
  verb: BulkVerb,
  setname: string,
  words: readonly string[],
  options: ExistOption,
): Promise<void> {
  const set = await typed(nf, setname);
  if (words.length === 1 && words[0] === "-") return changeAll(nf, verb, set, options);
  await lastValueFrom(nf.ipset[`${verb}$`](set, readElement(set, words), options));
}

/** Prints true or false, as an element is in a set; the status is 1 if it is not. */
export async function test(
  nf: Netfilter,
  setname: string,
  words: readonly string[],
  json: boolean,
): Promise<void> {
  const set = await typed(nf, setname);
  const element = readElement(set, words);
  const isIn = await lastValueFrom(nf.ipset.test$(set, element));
  if (!isIn) process.exitCode = STATUS.refused;
  const text = `${elementText(element)} is ${isIn ? "" : "not "}in ${setname}`;
  await shown(print(json ? String(isIn) : text));
}
