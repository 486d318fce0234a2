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
import { processNamespaces } from "./processes.js";

/** Options of `namespaces$()`. */
export interface NamespacesOptions {
  /**
   * Set to `true` to include namespaces without a name, such as those of most containers, that processes are in which this
   * one may look into. The kernel does not announce them: they are looked for every two seconds.
   */
  readonly ofProcesses?: boolean;
}

/** A namespace: one that existed when the watch began, or a new one. */
export interface NamespaceAdded {
  /** Tag of this event. */
  readonly type: "added";
  /** Its name, as in `ip netns`; else the command and id of a process that is in it: `nginx[1234]`. */
  readonly name: string;
  /** The file by which one without a name is entered; absent for those with a name. */
  readonly path?: string;
}

/** Marker after the namespaces that existed when the watch began; changes follow. */
export interface NamespacesSynced {
  /** Tag of this event. */
  readonly type: "synced";
}

/** A name was deleted, or given to another namespace, which is added next; or the process that named it has ended. */
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
/** Least time between two looks at processes, in milliseconds. */
const PROCESSES_MS = 2000;
/** Time that passes between two looks at processes, for each millisecond that one takes. */
const REST = 50;

/** A namespace as it was found. */
interface Found extends Pick<NamespaceAdded, "path"> {
  /** Tells it from others that have the same name at another time. */
  readonly identity: string;
}

/** The namespaces that are there. */
interface Look {
  /** Namespaces by name. */
  readonly found: ReadonlyMap<string, Found>;
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
function lookAtNames(): Look & { readonly inodes: ReadonlySet<number> } {
  const folder = statSync(NAMED_NAMESPACES, { throwIfNoEntry: false });
  const found = new Map<string, Found>();
  const inodes = new Set<number>();
  const ages: number[] = [];
  for (const name of listNames()) {
    const file: Stats | undefined = statSync(join(NAMED_NAMESPACES, name), { throwIfNoEntry: false });
    if (file === undefined) continue;
    if (file.dev === folder?.dev) ages.push(Date.now() - file.ctimeMs);
    else {
      // Inode numbers are reused; inode plus ctime is unique.
      found.set(name, { identity: `${file.ino} ${file.ctimeMs}` });
      inodes.add(file.ino);
    }
  }
  const youngest = Math.max(0, Math.min(...ages));
  return { found, inodes, ...(youngest < MOUNT_WAIT_MS && { again: 1 + youngest / 4 }) };
}

/** Looks at all names and processes. */
function lookAtProcesses(known: Look["found"]): Look {
  const { found: named, inodes, again = PROCESSES_MS } = lookAtNames();
  const start = performance.now();
  const before = new Set([...known.values()].flatMap(({ path = [] }) => path));
  const found = new Map(named);
  for (const [inode, { name, path }] of processNamespaces(inodes, before))
    found.set(name, { identity: String(inode), path });
  const rest = Math.max(PROCESSES_MS, REST * (performance.now() - start));
  return { found, again: Math.min(again, rest) };
}

/** Yields the differences between known and found namespaces, and updates the known ones. */
function* differences(known: Map<string, Found>, found: Look["found"]): Generator<NamespaceEvent> {
  for (const [name, { identity }] of [...known]) {
    if (found.get(name)?.identity === identity) continue;
    known.delete(name);
    yield { type: "removed", name };
  }
  for (const [name, one] of found) {
    if (known.has(name)) continue;
    known.set(name, one);
    yield { type: "added", name, ...(one.path !== undefined && { path: one.path }) };
  }
}

/** Emits the network namespaces that are there, a `synced` marker, and then each one that appears or disappears. */
export function namespaces$({ ofProcesses = false }: NamespacesOptions): Observable<NamespaceEvent> {
  return defer(() => {
    const known = new Map<string, Found>();
    const look = (): Look => (ofProcesses ? lookAtProcesses(known) : lookAtNames());
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
