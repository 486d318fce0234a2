import { FlowControl, toJson } from "@rxnetlink/core";
import { NLM_F_APPEND, NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE, type Type } from "@rxnetlink/core/schema";
import {
  type DescribedValue,
  declaredNames,
  type LoadedSpec,
  toText,
  type YnlNotification,
  ynl,
} from "@rxnetlink/ynl";
import { lastValueFrom, toArray } from "rxjs";
import { readAssignments } from "../../input/assignments.js";
import { listening, printLive } from "../../print-live.js";
import { type CommonOptions, withTransport } from "../../session.js";

const FLAGS = { create: NLM_F_CREATE, excl: NLM_F_EXCL, replace: NLM_F_REPLACE, append: NLM_F_APPEND };
/** A flag of requests that has an option. */
export type Flag = keyof typeof FLAGS;
/** Names of {@link FLAGS}. */
export const flags = Object.keys(FLAGS) as readonly Flag[];

/** A request as typed. */
interface Typed {
  readonly mode: "do" | "dump";
  readonly operation: string;
  readonly words: readonly string[];
}

/** Returns a word with the names of the layout in place of those of the description. */
function translated(layout: Type<DescribedValue>, word: string): string {
  if (word.startsWith("{")) {
    try {
      return JSON.stringify(declaredNames(layout, JSON.parse(word)));
    } catch {
      return word;
    }
  }
  const [, path, text] = /^([^=]+)(=.*)$/s.exec(word) ?? [];
  if (path === undefined) return word;
  return `${path.replaceAll(/-([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase())}${text}`;
}

/** Makes a request and prints what it emits. */
export function request(
  spec: LoadedSpec,
  { mode, operation, words }: Typed,
  options: CommonOptions & Partial<Record<Flag, true>>,
): Promise<void> {
  const layout = spec.operations[operation]?.layout;
  const typed = words.map((word) => (layout === undefined ? word : translated(layout, word)));
  const value = layout === undefined ? {} : readAssignments(layout, typed, "ifname=eth0");
  const bits = flags.reduce((sum, flag) => sum | (options[flag] ? FLAGS[flag] : 0), 0);
  return withTransport("request", options.netns, async (transport, at) => {
    const family = ynl(spec, { transport, ...at });
    const reply$ = family[`${mode}$`](operation, value as never, bits === 0 ? {} : { flags: bits });
    const replies: DescribedValue[] = await lastValueFrom(reply$.pipe(toArray()));
    // An operation without replies emits its acknowledgement.
    if (mode === "do" && spec.operations[operation]?.do?.reply === undefined) return;
    const shown = replies.map((one) => (options.json ? toJson(layout!, one) : toText(layout!, one)));
    if (!options.json) for (const line of shown) console.log(line);
    else if (mode === "dump") console.log(JSON.stringify(shown));
    else for (const one of shown) console.log(JSON.stringify(one));
  });
}

/** Returns a notification as a line. */
function lineOf(spec: LoadedSpec, notification: YnlNotification, json: boolean | undefined): string {
  if (notification.type === "malformed") return `! ${notification.error.message}`;
  if (notification.type !== "notification")
    return json ? JSON.stringify(notification) : `! ${notification.type}`;
  const { operation } = notification;
  const value = notification.value as DescribedValue;
  const { layout } = spec.operations[operation]!;
  return json
    ? JSON.stringify({ ...notification, value: toJson(layout, value) })
    : `${operation} ${toText(layout, value)}`;
}

/** Prints notifications until interrupted. */
export function follow(spec: LoadedSpec, names: readonly string[], options: CommonOptions): Promise<void> {
  const wanted = names.map((name) => (/^\d+$/.test(name) ? Number(name) : name));
  return withTransport("listen", options.netns, async (transport, at) => {
    const flowControl = new FlowControl();
    const notification$ = ynl(spec, { transport, ...at }).notifications$(wanted, { listening, flowControl });
    await printLive(notification$, flowControl, (one) => lineOf(spec, one, options.json));
  });
}
