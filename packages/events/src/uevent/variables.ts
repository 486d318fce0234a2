import { DecodeError } from "@rxnetlink/core";
import { string, type Type } from "@rxnetlink/core/schema";

/**
 * Variables of a device or an event by name. A byte that is not UTF-8 stands for itself as a lone surrogate, U+DC80 to U+DCFF,
 * so that no value is lost.
 */
export interface UeventVariables {
  readonly [name: string]: string;
}

/** Returns where the text at `at` ends: at its NUL, or with the payload. */
export function endOfText(view: DataView, at: number, end: number): number {
  let stop = at;
  while (stop < end && view.getUint8(stop) !== 0) stop++;
  return stop;
}

/** Splits `NAME=value`; a value may have further equals signs. */
function variableOf(text: string): [name: string, value: string] {
  const sign = text.indexOf("=");
  if (sign <= 0) throw new DecodeError(`${JSON.stringify(text)} is no variable`);
  return [text.slice(0, sign), text.slice(sign + 1)];
}

/** `NAME=value` texts, each with its NUL. Names are unique; of several values, which only a broken driver sends, the last counts. */
export const ueventVariables: Type<UeventVariables> = {
  name: "uevent-variables",
  read(view, at, end) {
    const variables: [string, string][] = [];
    for (let from = at; from < end; ) {
      const to = endOfText(view, from, end);
      // Some senders pad what they send.
      if (to > from) variables.push(variableOf(string.read(view, from, to)));
      from = to + 1;
    }
    // A name may be __proto__, which then is a member like others.
    return Object.fromEntries(variables);
  },
  write(out, variables) {
    for (const [name, value] of Object.entries(variables)) string.write(out, `${name}=${value}`);
  },
};
