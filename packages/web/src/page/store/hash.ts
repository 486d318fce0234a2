import { effect } from "@preact/signals";
import { moment } from "./moment.js";
import { hidden, query, type Selection, selection } from "./selection.js";

/** What an address leads to. */
interface Place {
  readonly selection?: Selection;
  readonly hidden: ReadonlySet<string>;
  readonly query: string;
  readonly time?: number;
}

/** Parses the part of an address after `#`. */
export function placeIn(hash: string): Place {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const [link, namespace] = [words.get("link"), words.get("namespace")];
  const time = Number(words.get("time") ?? Number.NaN);
  return {
    ...(link !== null && { selection: { link } }),
    ...(namespace !== null && { selection: { namespace } }),
    hidden: new Set((words.get("hidden") ?? "").split(",").filter((name) => name !== "")),
    query: words.get("search") ?? "",
    ...(Number.isFinite(time) && { time }),
  };
}

/** Returns the part of an address after `#`. */
export function hashOf({ selection, hidden, query, time }: Place): string {
  const words = new URLSearchParams({
    ...selection,
    ...(hidden.size > 0 && { hidden: [...hidden].join(",") }),
    ...(query !== "" && { search: query }),
    ...(time !== undefined && { time: String(Math.round(time)) }),
  });
  // These are allowed there, and read better as they are.
  return words.toString().replaceAll("%2F", "/").replaceAll("%2C", ",").replaceAll("%3A", ":");
}

function goTo(place: Place): void {
  selection.value = place.selection;
  hidden.value = place.hidden;
  query.value = place.query;
  moment.value = place.time;
}

/** Keeps the address and what is shown alike. */
export function followHash(): void {
  goTo(placeIn(location.hash));
  window.addEventListener("hashchange", () => goTo(placeIn(location.hash)));
  effect(() => {
    const time = moment.value;
    const place = { selection: selection.value, hidden: hidden.value, query: query.value };
    const hash = hashOf({ ...place, ...(time !== undefined && { time }) });
    if (hash !== location.hash.slice(1))
      history.replaceState(null, "", hash === "" ? location.pathname : `#${hash}`);
  });
}
