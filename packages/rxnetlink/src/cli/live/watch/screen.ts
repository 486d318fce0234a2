import { definitionOf, type NamespaceRef, type ObjectDefinition, type Transport } from "@rxnetlink/core";
import type { AnyType } from "@rxnetlink/core/schema";
import { ignoreElements, map, merge, type Observable, tap } from "rxjs";
import { typeAt } from "../../input/assignments.js";
import { isLink } from "../../input/is-link.js";
import { chosenOf, limitedTo, type PrintOptions } from "../../members.js";
import { COLUMNS } from "../../objects/route-columns.js";
import { openSession } from "../../session.js";
import { titleOf } from "../../text/nouns.js";
import { wordingsOf } from "../../text/wording.js";
import { type Followable, type OpenFollowable, stateOf } from "../followable.js";
import { showScreen } from "../screen/screen.js";
import { LiveTable } from "./live-table.js";

/** Returns the members that columns belong to; all if none are chosen. */
const membersOf = (columns: readonly string[] | undefined) =>
  columns && [...new Set(columns.map((column) => column.replace(/[.[].*/, "")))];

/** Returns true for a column that holds indices of links; unknown attributes are no columns of the layout. */
function holdsLinks(layout: AnyType, column: string): boolean {
  try {
    return isLink(typeAt(layout, column));
  } catch {
    return false;
  }
}

/** Returns the test for such columns; in the table of links, their own indices are left. */
function ofLinks(name: string, layout: AnyType): (column: string) => boolean {
  const known = new Map<string, boolean>();
  return (column) => {
    const is = known.get(column) ?? (holdsLinks(layout, column) && `${name} ${column}` !== "link index");
    known.set(column, is);
    return is;
  };
}

/** Makes the tables of the objects of a family, by the names that events have. */
function tablesOf({ objects }: Followable, options: PrintOptions): Map<string, LiveTable> {
  const wordings = wordingsOf(objects);
  return new Map(
    [...chosenOf(options, objects)].map(([name, chosen]) => {
      const definition = definitionOf(objects.get(name)!) as ObjectDefinition<object>;
      const { volatile, jsonOf } = wordings.get(definition.name)!;
      const columns = chosen === undefined ? COLUMNS[name] : undefined;
      const members = chosen ?? membersOf(columns);
      const shown = {
        title: titleOf(name),
        volatile,
        jsonOf: (row: object) => jsonOf(limitedTo(members, row)),
        columns,
        first: chosen ?? (definition.namedBy as readonly string[] | undefined) ?? [],
        isLink: ofLinks(name, definition.layout),
      };
      return [definition.name, new LiveTable(shown)];
    }),
  );
}

/** Follows the objects of a family into tables. Rows are tracked whole, since what tells them apart may not be shown. */
function following(followable: Followable, options: PrintOptions) {
  const tables = tablesOf(followable, options);
  const followed = new Map(
    [...chosenOf(options, followable.objects).keys()].map((name) => [name, undefined]),
  );
  const state = stateOf(followable, undefined, followed);
  const changes$ = state.events$.pipe(
    tap((event) => {
      if (event.type === "synced") for (const [name, table] of tables) table.take(state.table(name).rows);
      if (event.type !== "difference") return;
      const { object, difference } = event;
      const id = state.table(object).identityOf(difference.current ?? difference.previous!);
      if (id !== undefined) tables.get(object)!.note(id, difference, Date.now());
    }),
  );
  return { tables: [...tables.values()], changes$ };
}

/** Emits the names of links by their indices. */
const linkNames$ = (
  transport: Transport,
  where: { readonly namespace?: NamespaceRef },
): Observable<ReadonlyMap<string, string>> =>
  openSession(transport, where)
    .link.state$({ members: ["index", "ifname"] })
    .pipe(
      map((links) => new Map([...links.values()].map(({ index, ifname = "?" }) => [String(index), ifname]))),
    );

/** Shows objects on the whole terminal, with what changes. */
export function showChanges(
  open: OpenFollowable,
  transport: Transport,
  where: { readonly namespace?: NamespaceRef },
  options: PrintOptions,
): Promise<void> {
  const all = open(transport, where).map((followable) => following(followable, options));
  let names: ReadonlyMap<string, string> = new Map();
  const names$ = linkNames$(transport, where).pipe(
    tap((now) => {
      names = now;
    }),
    ignoreElements(),
  );
  return showScreen({
    title: options.netns === undefined ? "rxnl watch" : `rxnl watch ${options.netns}`,
    tables: () => all.flatMap(({ tables }) => tables.map((table) => table.at(Date.now(), names))),
    changes$: merge(...all.map(({ changes$ }) => changes$), names$),
  });
}
