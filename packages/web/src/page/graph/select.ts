import { selection } from "../store/selection.js";
import { arrangement } from "./drawing.js";
import { reveal } from "./viewport.js";

/** Selects a link, and moves what is seen so that the link is. */
export function select(id: string): void {
  selection.value = { link: id };
  const rect = arrangement.value.get(id);
  if (rect !== undefined) reveal(rect);
}
