import { type FSWatcher, statSync, watch } from "node:fs";
import { basename, dirname } from "node:path";
import type { NamespaceRef } from "@rxnetlink/core";
import { pathOf } from "./switch.js";

/** Returns the inode of a namespace's file or of a folder; `undefined` if it does not exist or is not accessible. */
function inodeOf(file: string): number | undefined {
  try {
    return statSync(file).ino;
  } catch {
    return undefined;
  }
}

/** Returns the file of a namespace given by name or path; those given by process or descriptor need no watch. */
function watchedFile(namespace: NamespaceRef | undefined): string | undefined {
  if (typeof namespace !== "string") return undefined;
  const file = pathOf(namespace);
  // procfs has no events.
  return file.startsWith("/proc/") ? undefined : file;
}

/** A watched folder of files that represent namespaces. */
class Folder {
  readonly #path: string;
  readonly #watcher: FSWatcher;
  readonly #inode: number | undefined;
  readonly #checks = new Map<symbol, { readonly name: string; check(): void }>();

  constructor(path: string) {
    this.#path = path;
    this.#watcher = watch(path, { persistent: false }, (_, changed) => {
      // The folder's own name is reported when it is moved or removed.
      const any = changed === null || changed === basename(path);
      for (const { name, check } of [...this.#checks.values()]) if (any || changed === name) check();
    });
    this.#inode = inodeOf(path);
    // Without further events, open sockets simply continue.
    this.#watcher.on("error", () => {});
  }

  /** True if its path still leads to it: it may have been removed and created again. */
  get current(): boolean {
    return inodeOf(this.#path) === this.#inode;
  }

  /** Calls `check` whenever a file may have changed. */
  add(name: string, check: () => void): symbol {
    const key = Symbol(name);
    this.#checks.set(key, { name, check });
    return key;
  }

  /** Removes a check; returns true if none is left. */
  remove(key: symbol): boolean {
    this.#checks.delete(key);
    if (this.#checks.size > 0) return false;
    this.#watcher.close();
    return true;
  }
}

/**
 * Watches the names and paths of the namespaces of sockets. The kernel keeps a namespace while sockets are open in it;
 * deleting its name is meant to end it.
 */
export class NamespaceWatch {
  readonly #folders = new Map<string, Folder>();

  /** Calls `gone` when a name is deleted. Returns a function that ends the watch. */
  watch(namespace: NamespaceRef | undefined, gone: () => void): () => void {
    const file = watchedFile(namespace);
    const path = file === undefined ? "" : dirname(file);
    const folder = file === undefined ? undefined : this.#folder(path);
    if (file === undefined || folder === undefined) return () => {};
    const inode = inodeOf(file);
    const check = () => {
      if (inodeOf(file) !== inode || inode === undefined) gone();
    };
    const key = folder.add(basename(file), check);
    // The name may have been deleted since the socket was opened.
    if (inode === undefined) queueMicrotask(check);
    return () => {
      if (folder.remove(key) && this.#folders.get(path) === folder) this.#folders.delete(path);
    };
  }

  /** Returns a watched folder; `undefined` if it cannot be watched. */
  #folder(path: string): Folder | undefined {
    try {
      const known = this.#folders.get(path);
      const folder = known?.current ? known : new Folder(path);
      this.#folders.set(path, folder);
      return folder;
    } catch {
      return undefined;
    }
  }
}
