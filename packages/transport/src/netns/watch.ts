import { type FSWatcher, statSync, watch } from "node:fs";
import { basename, dirname } from "node:path";
import type { NamespaceRef } from "@rxnetlink/core";
import { pathOf } from "./switch.js";

/** Which namespace a file stands for, or which folder it is; `undefined` where there is none, or none to be seen. */
function inodeOf(file: string): number | undefined {
  try {
    return statSync(file).ino;
  } catch {
    return undefined;
  }
}

/** The file of a namespace that is known by it; a process or a descriptor takes none away. */
function watchedFile(namespace: NamespaceRef | undefined): string | undefined {
  if (typeof namespace !== "string") return undefined;
  const file = pathOf(namespace);
  // It has no events.
  return file.startsWith("/proc/") ? undefined : file;
}

/** A folder with files that stand for namespaces. */
class Folder {
  readonly #path: string;
  readonly #watcher: FSWatcher;
  readonly #inode: number | undefined;
  readonly #checks = new Map<symbol, { readonly name: string; check(): void }>();

  constructor(path: string) {
    this.#path = path;
    this.#watcher = watch(path, { persistent: false }, (_, changed) => {
      // Its own name is told where it is moved or removed.
      const any = changed === null || changed === basename(path);
      for (const { name, check } of [...this.#checks.values()]) if (any || changed === name) check();
    });
    this.#inode = inodeOf(path);
    // Nothing is heard any more: what is open goes on.
    this.#watcher.on("error", () => {});
  }

  /** Whether it is still what its path leads to: it may have been removed, and another be made. */
  get current(): boolean {
    return inodeOf(this.#path) === this.#inode;
  }

  /** Has a file checked whenever it may have changed. */
  add(name: string, check: () => void): symbol {
    const key = Symbol(name);
    this.#checks.set(key, { name, check });
    return key;
  }

  /** Checks it no longer; answers whether nothing is left. */
  remove(key: symbol): boolean {
    this.#checks.delete(key);
    if (this.#checks.size > 0) return false;
    this.#watcher.close();
    return true;
  }
}

/**
 * Watches over the names and paths by which sockets were told their namespaces. The kernel keeps a namespace for the
 * sockets that are open in it; whoever took its name away wants it to end.
 */
export class NamespaceWatch {
  readonly #folders = new Map<string, Folder>();

  /** Calls `gone` when the name was taken away. Returns what ends the watch. */
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
    // It may have gone since the socket was opened.
    if (inode === undefined) queueMicrotask(check);
    return () => {
      if (folder.remove(key) && this.#folders.get(path) === folder) this.#folders.delete(path);
    };
  }

  /** The folder, where it can be watched. */
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
