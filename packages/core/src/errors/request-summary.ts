import type { AnyType } from "../schema/type.js";
import type { KernelRefusal } from "./kernel-refusal.js";

/** What a request asks for, by names: the same for all requests of a verb of an object. */
export interface RequestLabel {
  /** The object: `"link"`. */
  readonly object: string;
  /** What is done to it: `"get"`, `"add"` … */
  readonly verb: string;
  /** The members that tell which one is meant, for errors. Others, which may be secret, are in no text. */
  readonly namedBy: readonly PropertyKey[];
  /** What a person can do about a refusal. */
  hint?(refusal: KernelRefusal, value: unknown, verb: string): string | undefined;
}

/** The request that an error speaks of. */
export interface RequestSummary {
  /** Message type, such as `RTM_NEWLINK` (16). */
  readonly type: number;
  /** `NLM_F_*`. */
  readonly flags: number;
  /** What was to be sent, as the caller gave it. */
  readonly value: unknown;
  /** The object that it is about: `"link"`; absent where a {@link Connection} was used without one. */
  readonly object?: string;
  /** What was to be done to it: `"get"`, `"add"` … */
  readonly verb?: string;
  /** Which one was meant: `"ifname=eth0"`; empty where nothing tells. */
  readonly identity?: string;
  /** All of that in words: `"get link ifname=eth0"`, or `"message type 18 (link)"`. */
  readonly text?: string;
}

/** What {@link summaryOf} needs to know of a request. */
interface Summarized {
  readonly type: number;
  readonly flags?: number;
  readonly value: unknown;
  readonly layout: AnyType;
  readonly label?: RequestLabel | undefined;
}

/** How many members name an object, and how long each may be. */
const MEMBERS = 5;
const LONGEST = 48;

const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** A member as people type it, where it says something by itself: a number, or a text. */
function memberText(
  value: Readonly<Record<PropertyKey, unknown>>,
  key: PropertyKey,
  layout: AnyType,
): string {
  const one = value[key];
  const shown = one === undefined ? undefined : layout.member?.(String(key))?.show?.(one);
  if (shown !== undefined) return shown;
  return typeof one === "number" || typeof one === "bigint" || typeof one === "string" ? String(one) : "";
}

/** The members that name an object: `"ifname=eth0"`. A value that cannot be read names nothing. */
function identityText(value: unknown, keys: readonly PropertyKey[], layout: AnyType): string {
  if (typeof value !== "object" || value === null) return "";
  const texts = new Map<string, string>();
  try {
    for (const key of keys) {
      const text = memberText(value as Record<PropertyKey, unknown>, key, layout);
      // What was given once may have been filled in elsewhere too, as the `address` from `local`.
      const known = text === "" || (text.length > 3 && [...texts.values()].includes(text));
      if (!known) texts.set(String(key), text);
    }
  } catch {
    return "";
  }
  const members = [...texts].slice(0, MEMBERS);
  return members.map(([key, text]) => `${key}=${short(text)}`).join(" ");
}

/** Says what a request asked for. It is made for errors alone. */
export function summaryOf({ type, flags = 0, value, layout, label }: Summarized): RequestSummary {
  if (label === undefined) return { type, flags, value, text: `message type ${type} (${layout.name})` };
  const { object, verb, namedBy } = label;
  const identity = identityText(value, namedBy, layout);
  return {
    type,
    flags,
    value,
    object,
    verb,
    identity,
    text: `${verb} ${object}${identity === "" ? "" : ` ${identity}`}`,
  };
}
