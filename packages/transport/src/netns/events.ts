import { type Stats, statSync, watch } from "node:fs";
import { basename, dirname, join } from "node:path";
import { SystemError } from "@rxnetlink/core";
import {
  auditTime,
  catchError,
  concatMap,
  defer,
  EMPTY,
  expand,
  filter,
  from,
  map,
  Observable,
  of,
  switchMap,
  throwError,
  timer,
} from "rxjs";
import { listNames, NAMED_NAMESPACES } from "./names.js";

/** A namespace with a name is there: it was when the watch began, or is new. */
export interface NamespaceAdded {
  /** Tells it from the other events. */
  readonly type: "added";
  /** Its name, as of `ip netns`. */
  readonly name: string;
}

/** All that were there when the watch began have been told of: what follows is news. */
export interface NamespacesSynced {
  /** Tells it from the other events. */
  readonly type: "synced";
}

/** The name was taken away, or was given to another namespace, which is then added. */
export interface NamespaceRemoved {
  /** Tells it from the other events. */
  readonly type: "removed";
  /** What its name was. */
  readonly name: string;
}

/** What happens to the names of network namespaces; tell them apart by `type`. */
export type NamespaceEvent = NamespaceAdded | NamespacesSynced | NamespaceRemoved;

/** How long a file may wait for its namespace to be mounted on it, in ms; later it counts as left behind. */
const PATIENCE = 60_000;

/** The names that stand for namespaces and which ones; and when to look again, in ms, where one is being made. */
interface Look {
  readonly found: ReadonlyMap<string, string>;
  readonly again?: number;
}

/** Emits the names in a folder that may have changed, and `null` at first: from then on none is missed. */
function events$(folder: string): Observable<string | null> {
  return new Observable((subscriber) => {
    function fail(cause: Error): void {
      const { errno = 0, code } = cause as NodeJS.ErrnoException;
      const hint = code === "ENOSPC" ? "fs.inotify.max_user_watches is too low" : `to watch ${folder}`;
      subscriber.error(new SystemError("inotify_add_watch", -errno, hint, { cause }));
    }
    try {
      const watcher = watch(folder, (_, name) => subscriber.next(name));
      watcher.on("error", fail);
      subscriber.add(() => watcher.close());
      subscriber.next(null);
    } catch (cause) {
      fail(cause as Error);
    }
  });
}

/** The folder's events; none where there is no folder. */
const inside$ = events$(NAMED_NAMESPACES).pipe(
  catchError((error: SystemError) => (error.code === "ENOENT" ? of(null) : throwError(() => error))),
);

/**
 * Emits when the names may have changed, and at once. The first name makes the folder, and whoever removes it may make
 * another: the one above says so.
 */
function changes$(): Observable<unknown> {
  return events$(dirname(NAMED_NAMESPACES)).pipe(
    filter((name) => name === null || name === basename(NAMED_NAMESPACES)),
    switchMap(() => inside$),
  );
}

/** Looks at all names. The kernel has no event for the mount that follows the making of a file. */
function look(): Look {
  const folder = statSync(NAMED_NAMESPACES, { throwIfNoEntry: false });
  const found = new Map<string, string>();
  const ages: number[] = [];
  for (const name of listNames()) {
    const file: Stats | undefined = statSync(join(NAMED_NAMESPACES, name), { throwIfNoEntry: false });
    if (file === undefined) continue;
    // The number is given to another namespace later; both together are not.
    if (file.dev !== folder?.dev) found.set(name, `${file.ino} ${file.ctimeMs}`);
    else ages.push(Date.now() - file.ctimeMs);
  }
  const youngest = Math.max(0, Math.min(...ages));
  return youngest < PATIENCE ? { found, again: 1 + youngest / 4 } : { found };
}

/** How what was found differs from what was known, which is brought up to date. */
function* differences(known: Map<string, string>, found: Look["found"]): Generator<NamespaceEvent> {
  for (const [name, which] of [...known]) {
    if (found.get(name) === which) continue;
    known.delete(name);
    yield { type: "removed", name };
  }
  for (const [name, which] of found) {
    if (known.has(name)) continue;
    known.set(name, which);
    yield { type: "added", name };
  }
}

/** The network namespaces that have names, a mark, and then those that appear and disappear. */
export function namespaces$(): Observable<NamespaceEvent> {
  return defer(() => {
    const known = new Map<string, string>();
    const again$ = ({ again }: Look) => (again === undefined ? EMPTY : timer(again).pipe(map(look)));
    return changes$().pipe(
      // What comes at once is looked at once.
      auditTime(0),
      switchMap(() => defer(() => of(look())).pipe(expand(again$))),
      concatMap(({ found }, time) => {
        const synced: NamespaceEvent[] = time === 0 ? [{ type: "synced" }] : [];
        return from([...differences(known, found), ...synced]);
      }),
    );
  });
}
