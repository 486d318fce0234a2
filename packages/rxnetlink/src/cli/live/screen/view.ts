/** A key, as `node:readline` names it. */
export interface Key {
  /** Name: `up`, `pagedown`, `q`; absent for some characters. */
  readonly name?: string | undefined;
  /** What it types. */
  readonly text?: string | undefined;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
}

/** What a person chose to see. */
export interface View {
  /** Table that is shown. */
  readonly tab: number;
  /** First row that is shown. */
  readonly top: number;
  /** Columns that are scrolled out to the left. */
  readonly left: number;
  /** Column to sort by, with the greatest first if reversed; in the order of the kernel if absent. */
  readonly sort?: { readonly column: string; readonly reversed: boolean };
  /** What rows must contain, or a condition such as `mtu>1500`. */
  readonly filter: string;
  /** Set while the filter is typed. */
  readonly typing?: true;
  readonly paused?: true;
  readonly help?: true;
  readonly quit?: true;
}

/** Sizes of what is shown, by which a view is moved. */
export interface Extent {
  readonly tabs: number;
  readonly columns: readonly string[];
  /** Rows that pass the filter. */
  readonly rows: number;
  /** Rows that fit the screen. */
  readonly page: number;
}

type Step = (view: View, extent: Extent) => View;

/** Returns a view without some members. */
function without(view: View, ...names: readonly (keyof View)[]): View {
  return Object.fromEntries(
    Object.entries(view).filter(([name]) => !names.includes(name as keyof View)),
  ) as never;
}

const toggled = (view: View, name: "paused" | "help"): View =>
  view[name] === undefined ? { ...view, [name]: true } : without(view, name);

/** Returns the step that scrolls to a row. */
const scroll =
  (to: (top: number, extent: Extent) => number): Step =>
  (view, extent) => ({
    ...view,
    top: Math.max(0, Math.min(to(view.top, extent), extent.rows - extent.page)),
  });

const sideways =
  (by: number): Step =>
  (view, { columns }) => ({ ...view, left: Math.max(0, Math.min(view.left + by, columns.length - 1)) });

/** Returns the step that sorts by the next column, or the one before. */
const sortBy =
  (by: number): Step =>
  (view, { columns }) => {
    const { sort } = view;
    const now = sort === undefined ? -1 : columns.indexOf(sort.column);
    const next = now + by;
    if (next < 0 && sort !== undefined) return without(view, "sort");
    const column = columns[Math.max(0, Math.min(next, columns.length - 1))];
    return column === undefined ? view : { ...view, sort: { column, reversed: sort?.reversed ?? false } };
  };

const reverse: Step = (view, { columns }) => {
  const { column = columns[0], reversed = false } = view.sort ?? {};
  return column === undefined ? view : { ...view, sort: { column, reversed: !reversed } };
};

/** Returns the step that shows a table, from its top. */
const show =
  (tab: (view: View, extent: Extent) => number): Step =>
  (view, extent) => {
    const wanted = tab(view, extent);
    if (wanted === view.tab || wanted >= extent.tabs) return view;
    return { ...without(view, "sort"), tab: wanted, top: 0, left: 0 };
  };

const nextTab = show(({ tab }, { tabs }) => (tab + 1) % tabs);
const lastTab = show(({ tab }, { tabs }) => (tab + tabs - 1) % tabs);
const down = scroll((top) => top + 1);
const up = scroll((top) => top - 1);
const first = scroll(() => 0);
const last = scroll((_, { rows }) => rows);
const type: Step = (view) => ({ ...view, typing: true });

/** What keys do, by their names, or by what they type. */
const STEPS: Readonly<Record<string, Step>> = {
  q: (view) => ({ ...view, quit: true }),
  "?": (view) => toggled(view, "help"),
  "/": type,
  escape: (view) => ({ ...without(view, "help"), filter: "", top: 0 }),
  space: (view) => toggled(view, "paused"),
  p: (view) => toggled(view, "paused"),
  "<": sortBy(-1),
  ">": sortBy(1),
  r: reverse,
  tab: nextTab,
  up,
  k: up,
  down,
  j: down,
  left: sideways(-1),
  h: sideways(-1),
  right: sideways(1),
  l: sideways(1),
  pageup: scroll((top, { page }) => top - page),
  pagedown: scroll((top, { page }) => top + page),
  home: first,
  g: first,
  end: last,
  G: last,
};

/** Handles a key while the filter is typed. */
function typed(view: View, { name, text = "", ctrl }: Key): View {
  const filter = (filter: string) => ({ ...view, filter, top: 0 });
  if (name === "return" || name === "enter") return without(view, "typing");
  if (name === "escape") return { ...without(view, "typing"), filter: "", top: 0 };
  if (name === "backspace") return filter(view.filter.slice(0, -1));
  if (name === "u" && ctrl) return filter("");
  return !ctrl && /^[^\p{Cc}]+$/u.test(text) ? filter(view.filter + text) : view;
}

/** Returns the view after a key. */
export function afterKey(view: View, key: Key, extent: Extent): View {
  if (view.typing) return typed(view, key);
  const { name = "", text = "", shift } = key;
  if (name === "tab" && shift) return lastTab(view, extent);
  if (/^[1-9]$/.test(text)) return show(() => Number(text) - 1)(view, extent);
  const step = STEPS[text] ?? STEPS[name];
  return step === undefined ? view : step(view, extent);
}
