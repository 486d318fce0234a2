import type { Koffi, Library } from "./koffi.js";

/** The part of Node that runs the calling thread, through Node-API. */
export interface Environment {
  /**
   * Has a descriptor closed when the thread ends, however that comes about: one that is terminated, or that dies, runs
   * no code of ours any more.
   */
  own(fd: number): void;
  /** Leaves a descriptor to whoever closes it. */
  disown(fd: number): void;
  /** The descriptor by which the thread's event loop hears of things, such as that the thread is to end. */
  loopFd(): number;
}

/** The environment of the calling thread. */
export function environmentOf(koffi: Koffi, library: Library): Environment {
  const { env } = koffi.node;
  const hook = "(void *env, void *hook, void *argument)";
  const addHook = library.func(`int napi_add_env_cleanup_hook${hook}`);
  const removeHook = library.func(`int napi_remove_env_cleanup_hook${hook}`);
  const getLoop = library.func("int napi_get_uv_event_loop(void *env, _Out_ void **loop)");
  const backendFd = library.func("int uv_backend_fd(void *loop)");
  // The hook is close() itself: it takes the descriptor where a hook takes its argument.
  const close = library.symbol("close");
  const disown = (fd: number) => void removeHook(env, close, BigInt(fd));
  return {
    own(fd) {
      // Node aborts where a hook is there twice; it may be, where others have closed what is ours.
      disown(fd);
      addHook(env, close, BigInt(fd));
    },
    disown,
    loopFd() {
      const loop: unknown[] = [null];
      getLoop(env, loop);
      return backendFd(loop[0]);
    },
  };
}
