import { type FSWatcher, statSync, watch } from "node:fs";
import { basename, dirname } from "node:path";
import type { NamespaceRef } from "@rxnetlink/core";
import { pathOf } from "./netns.js";

/** Which namespace a file stands for; `undefined` where there is no file. */
function inodeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.ino;
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
  readonly #watcher: FSWatcher;
  readonly #checks = new Map<symbol, { readonly name: string; check(): void }>();

  constructor(path: string) {
    this.#watcher = watch(path, { persistent: false }, (_, changed) => {
      for (const { name, check } of [...this.#checks.values()])
        if (changed === null || changed === name) check();
    });
    // Nothing is heard any more: what is open goes on.
    this.#watcher.on("error", () => {});
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
    const folder = file === undefined ? undefined : this.#folder(dirname(file));
    if (file === undefined || folder === undefined) return () => {};
    const inode = inodeOf(file);
    const check = () => {
      if (inodeOf(file) !== inode || inode === undefined) gone();
    };
    const key = folder.add(basename(file), check);
    // It may have gone since the socket was opened.
    if (inode === undefined) queueMicrotask(check);
    return () => {
      if (folder.remove(key)) this.#folders.delete(dirname(file));
    };
  }

  /** The folder, where it can be watched. */
  #folder(path: string): Folder | undefined {
    try {
      const folder = this.#folders.get(path) ?? new Folder(path);
      this.#folders.set(path, folder);
      return folder;
    } catch {
      return undefined;
    }
  }
}
