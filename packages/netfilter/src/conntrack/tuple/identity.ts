import type { Tuple } from "./layout.js";

/** Returns a tuple as text; the kernel always sends the members in the same order. */
export function textOf({ ip = {}, proto = {}, zone }: Tuple): string {
  let text = zone === undefined ? "" : `${zone} `;
  for (const key in ip) text += `${ip[key as keyof typeof ip]} `;
  for (const key in proto) text += `${proto[key as keyof typeof proto]} `;
  return text;
}
