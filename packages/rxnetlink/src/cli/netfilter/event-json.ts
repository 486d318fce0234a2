import { type HasLayout, toJson } from "@rxnetlink/core";
import type { Type } from "@rxnetlink/core/schema";

/** Returns a function that formats events as JSON, those that are packets in the form of `toJson()`. */
export function eventJson<T extends object>(layout: Type<T>): (event: { readonly type: string }) => string {
  return (event) => {
    if (event.type !== "packet") return JSON.stringify(event, (_, value) => plain(value));
    const { type, ...packet } = event;
    return JSON.stringify({ type, ...(toJson({ layout } as HasLayout<object>, packet) as object) });
  };
}

/** Returns errors as their text and bytes in hexadecimal, which JSON would show as empty. */
function plain(value: unknown): unknown {
  if (value instanceof Error) return { name: value.name, message: value.message };
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  return value;
}
