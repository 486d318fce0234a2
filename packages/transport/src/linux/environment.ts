import type { Koffi, Library } from "./koffi.js";

/** The Node environment of a thread, through Node-API. */
export interface Environment {
  /**
   * Closes a descriptor when the thread ends, for whatever reason: a thread that is terminated or crashes runs no
   * more JavaScript.
   */
  own(fd: number): void;
  /** Releases a descriptor, which somebody else will close. */
  disown(fd: number): void;
  /**
   * Returns the descriptor that becomes readable with events of the thread's loop, such as its termination; undefined
   * in Bun and Deno, whose loops are not libuv's.
   */
  loopFd(): number | undefined;
}

/** Returns the environment of the calling thread. */
export function environmentOf(koffi: Koffi, library: Library): Environment {
  const { env } = koffi.node;
  const hook = "(void *env, void *hook, void *argument)";
  const addHook = library.func(`int napi_add_env_cleanup_hook${hook}`);
  const removeHook = library.func(`int napi_remove_env_cleanup_hook${hook}`);
  // The hook is close() itself, with the descriptor as its argument.
  const close = library.symbol("close");
  const owned = new Set<number>();
  const { bun, deno } = process.versions;
  const disown = (fd: number) => {
    // Deno panics if a hook is removed that was not added.
    if (owned.delete(fd) || deno === undefined) removeHook(env, close, BigInt(fd));
  };
  return {
    own(fd) {
      // Node aborts if a hook is added twice, which can happen if others have closed our descriptor.
      disown(fd);
      owned.add(fd);
      addHook(env, close, BigInt(fd));
    },
    disown,
    loopFd() {
      if (bun !== undefined || deno !== undefined) return undefined;
      const getLoop = library.func("int napi_get_uv_event_loop(void *env, _Out_ void **loop)");
      const backendFd = library.func("int uv_backend_fd(void *loop)");
      const loop: unknown[] = [null];
      getLoop(env, loop);
      return backendFd(loop[0]);
    },
  };
}
