import { arrangement } from "../graph/drawing.js";
import { select } from "../graph/select.js";
import { fit, zoomBy } from "../graph/viewport.js";
import { inDirection } from "../layout/direction.js";
import { toggleTheme } from "../look/theme.js";
import { play, showPresent, speed, step } from "../store/moment.js";
import { links } from "../store/network.js";
import { query, selectedId, selectedLink, selection, visible } from "../store/selection.js";
import { openHelp } from "./help.js";

function move(x: number, y: number): void {
  const places = visible.value.flatMap(({ id }) => {
    const rect = arrangement.value.get(id);
    return rect === undefined ? [] : [{ id, rect }];
  });
  const from = selectedId.value === undefined ? undefined : arrangement.value.get(selectedId.value);
  const next = from === undefined ? places[0]?.id : inDirection(from, places, { x, y });
  if (next !== undefined) select(next);
}

/** Selects the other end of a link: its peer, the link below it, or its master. */
function cross(): void {
  const { peer, lower, master } = selectedLink.value ?? {};
  const other = [peer, lower, master].find((id) => id !== undefined && links.value.has(id));
  if (other !== undefined) select(other);
}

function leave(): void {
  if (query.value !== "") query.value = "";
  else selection.value = undefined;
}

const ACTIONS: Readonly<Record<string, () => void>> = {
  "/": () => document.getElementById("search")?.focus(),
  ArrowLeft: () => move(-1, 0),
  ArrowRight: () => move(1, 0),
  ArrowUp: () => move(0, -1),
  ArrowDown: () => move(0, 1),
  p: cross,
  Escape: leave,
  f: () => fit(),
  "+": () => zoomBy(1.25),
  "=": () => zoomBy(1.25),
  "-": () => zoomBy(0.8),
  "[": () => step(-1),
  "]": () => step(1),
  " ": () => play(speed.value || 1),
  l: showPresent,
  t: toggleTheme,
  "?": openHelp,
};

/** True where a key has a meaning of its own. */
function hasOwnKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement || target.closest("dialog") !== null) return true;
  return (key === " " || key === "Enter") && target.closest("button, summary") !== null;
}

/** Listens to keys. */
export function followKeys(): void {
  window.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (target instanceof HTMLInputElement && key === "Escape") {
      leave();
      target.blur();
      return;
    }
    const action = ctrlKey || metaKey || altKey || hasOwnKeys(target, key) ? undefined : ACTIONS[key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
}
