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

/** A named namespace: one that existed when the watch began, or a new one. */
export interface NamespaceAdded {
  /** Tag of this event. */
  readonly type: "added";
  /** Its name, as in `ip netns`. */
  readonly name: string;
}

/** Marker after the namespaces that existed when the watch began; changes follow. */
export interface NamespacesSynced {
  /** Tag of this event. */
  readonly type: "synced";
}

/** A name was deleted, or given to another namespace, which is added next. */
export interface NamespaceRemoved {
  /** Tag of this event. */
  readonly type: "removed";
  /** Its former name. */
  readonly name: string;
}

/** A change of the names of network namespaces, told apart by `type`. */
export type NamespaceEvent = NamespaceAdded | NamespacesSynced | NamespaceRemoved;

/** Time within which a namespace must be mounted on its file, in milliseconds; later, the file counts as a leftover. */
const MOUNT_WAIT_MS = 60_000;

/** The names of namespaces. */
interface Look {
  /** Names with the identity of their namespace. */
  readonly found: ReadonlyMap<string, string>;
  /** Time until the next look in milliseconds, while one is being created. */
  readonly again?: number;
}

/** Emits the names that may have changed in a folder; at first `null`, from which on no change is missed. */
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

/** The events of the folder of names; just `null` if it does not exist. */
const inside$ = events$(NAMED_NAMESPACES).pipe(
  catchError((error: SystemError) => (error.code === "ENOENT" ? of(null) : throwError(() => error))),
);

/**
 * Emits at once, and when the names may have changed. The folder may be created, or removed and created again: its
 * parent reports that.
 */
function changes$(): Observable<unknown> {
  return events$(dirname(NAMED_NAMESPACES)).pipe(
    filter((name) => name === null || name === basename(NAMED_NAMESPACES)),
    switchMap(() => inside$),
  );
}

/** Looks at all names. The kernel has no event for the mount that follows the creation of a file. */
function look(): Look {
  const folder = statSync(NAMED_NAMESPACES, { throwIfNoEntry: false });
  const found = new Map<string, string>();
  const ages: number[] = [];
  for (const name of listNames()) {
    const file: Stats | undefined = statSync(join(NAMED_NAMESPACES, name), { throwIfNoEntry: false });
    if (file === undefined) continue;
    // Inode numbers are reused; inode plus ctime is unique.
    if (file.dev !== folder?.dev) found.set(name, `${file.ino} ${file.ctimeMs}`);
    else ages.push(Date.now() - file.ctimeMs);
  }
  const youngest = Math.max(0, Math.min(...ages));
  return youngest < MOUNT_WAIT_MS ? { found, again: 1 + youngest / 4 } : { found };
}

/** Yields the differences between known and found names, and updates the known ones. */
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

/** Emits the named network namespaces, a `synced` marker, and then each one that appears or disappears. */
export function namespaces$(): Observable<NamespaceEvent> {
  return defer(() => {
    const known = new Map<string, string>();
    const again$ = ({ again }: Look) => (again === undefined ? EMPTY : timer(again).pipe(map(look)));
    return changes$().pipe(
      // One look serves all changes of a turn.
      auditTime(0),
      switchMap(() => defer(() => of(look())).pipe(expand(again$))),
      concatMap(({ found }, time) => {
        const synced: NamespaceEvent[] = time === 0 ? [{ type: "synced" }] : [];
        return from([...differences(known, found), ...synced]);
      }),
    );
  });
}
