import type { Presence } from "../../field/presence.js";
import { type Extension, extensionPresence } from "../exthdr.js";

/** Returns an option of DCCP. */
export function dccpOption(type: number): Presence {
  const extension: Extension = { words: `dccp option ${type}`, op: "dccp", type, needs: [] };
  return extensionPresence(extension);
}
