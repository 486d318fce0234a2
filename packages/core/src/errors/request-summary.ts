import type { AnyType } from "../schema/type.js";
import type { Explanation, KernelRefusal } from "./kernel-refusal.js";

/** Names of a request's object and verb, shared by all requests of that verb. */
export interface RequestLabel {
  /** Name of the object: `"link"`. */
  readonly object: string;
  /** The requested operation: `"get"`, `"add"` … */
  readonly verb: string;
  /** Members that identify the object in errors. Others, which may be secret, never appear in a text. */
  readonly namedBy: readonly PropertyKey[];
  /** Returns a remedy for a refusal, if the object knows one. */
  hint?(refusal: KernelRefusal, value: unknown, verb: string): string | undefined;
  /** Returns what a refusal means, where the family gives its errno a meaning of its own. */
  explain?(refusal: KernelRefusal, value: unknown, verb: string): Explanation | undefined;
}

/** The request that an error refers to. */
export interface RequestSummary {
  /** Message type, such as `RTM_NEWLINK` (16). */
  readonly type: number;
  /** `NLM_F_*`. */
  readonly flags: number;
  /** Value to send, as the caller gave it, but for secrets, which logs do not show. */
  readonly value: unknown;
  /** Name of the object: `"link"`; absent if a {@link Connection} was used without one. */
  readonly object?: string;
  /** The requested operation: `"get"`, `"add"` … */
  readonly verb?: string;
  /** The object in question: `"ifname=eth0"`; empty if nothing identifies it. */
  readonly identity?: string;
  /** The whole request in words: `"get link ifname=eth0"`, or `"message type 18 (link)"`. */
  readonly text?: string;
}

/** Request as {@link summaryOf} needs it. */
interface Summarized {
  readonly type: number;
  readonly flags?: number;
  readonly value: unknown;
  readonly layout: AnyType;
  readonly label?: RequestLabel | undefined;
}

/** Most members that identify an object, and the longest text of one. */
const MEMBERS = 5;
const LONGEST = 48;

const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** Returns a member as people type it, if it is a number, a text, or has a text form. */
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

/** Returns the members that identify an object: `"ifname=eth0"`; empty if the value cannot be read. */
function identityText(value: unknown, keys: readonly PropertyKey[], layout: AnyType): string {
  if (typeof value !== "object" || value === null) return "";
  const texts = new Map<string, string>();
  try {
    for (const key of keys) {
      const text = memberText(value as Record<PropertyKey, unknown>, key, layout);
      // A value may have been filled in elsewhere too, such as `address` from `local`.
      const known = text === "" || (text.length > 3 && [...texts.values()].includes(text));
      if (!known) texts.set(String(key), text);
    }
  } catch {
    return "";
  }
  const members = [...texts].slice(0, MEMBERS);
  return members.map(([key, text]) => `${key}=${short(text)}`).join(" ");
}

/** Returns the object that a request is about: `"ifname=eth0"`; empty if nothing identifies it. */
export const identityOf = ({ value, layout, label }: Summarized): string =>
  label === undefined ? "" : identityText(value, label.namedBy, layout);

/** Part of a type whose values are secret bytes. */
export interface Concealing {
  /** Returns a copy that logs do not show. */
  conceal(bytes: Uint8Array): Uint8Array;
}

/** Returns a value whose secrets, at any depth, are copies that logs do not show; the value itself if it has none. */
function concealed(type: AnyType | undefined, value: unknown): unknown {
  if (typeof value !== "object" || value === null || type === undefined) return value;
  if (ArrayBuffer.isView(value)) return (type as Partial<Concealing>).conceal?.(value as Uint8Array) ?? value;
  const changed = Object.entries(value)
    .map(([key, one]) => [key, one, concealed(type.member?.(key), one)] as const)
    .filter(([, one, shown]) => one !== shown);
  if (changed.length === 0) return value;
  const members = Object.fromEntries(changed.map(([key, , shown]) => [key, shown]));
  return Array.isArray(value) ? Object.assign([...value], members) : { ...value, ...members };
}

/** Returns the same; the value itself if it cannot be read. */
function withoutSecrets(type: AnyType, value: unknown): unknown {
  try {
    return concealed(type, value);
  } catch {
    return value;
  }
}

/** Summarizes a request. For errors only. */
export function summaryOf({ type, flags = 0, value: given, layout, label }: Summarized): RequestSummary {
  const value = withoutSecrets(layout, given);
  if (label === undefined) return { type, flags, value, text: `message type ${type} (${layout.name})` };
  const { object, verb } = label;
  const identity = identityOf({ type, value, layout, label });
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
