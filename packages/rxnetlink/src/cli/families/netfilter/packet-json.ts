import { type HasLayout, toJson } from "@rxnetlink/core";
import type { Type } from "@rxnetlink/core/schema";
import { eventJson } from "../../json.js";

/** Returns a function that formats events as JSON, those that are packets in the form of `toJson()`. */
export function packetJson<T extends object>(layout: Type<T>): (event: { readonly type: string }) => string {
  return (event) => {
    if (event.type !== "packet") return eventJson(event);
    const { type, ...packet } = event;
    return JSON.stringify({ type, ...(toJson({ layout } as HasLayout<object>, packet) as object) });
  };
}
