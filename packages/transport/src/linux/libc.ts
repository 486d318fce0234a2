import { SystemError } from "@rxnetlink/core";
import { EMFILE, ENFILE, ENOBUFS, ENOMEM, ENOSYS } from "./constants.js";
import { type Environment, environmentOf } from "./environment.js";
import { findKoffi, loadKoffi } from "./koffi.js";

/** The C declarations of all functions that are called, by name. */
const DECLARATIONS = {
  socket: "int socket(int domain, int type, int protocol)",
  bind: "int bind(int fd, const void *address, uint32_t length)",
  getsockname: "int getsockname(int fd, void *address, void *length)",
  setsockopt: "int setsockopt(int fd, int level, int option, const void *value, uint32_t length)",
  getsockopt: "int getsockopt(int fd, int level, int option, void *value, void *length)",
  sendto:
    "intptr_t sendto(int fd, const void *bytes, size_t length, int flags, const void *address, uint32_t size)",
  recvmmsg: "int recvmmsg(int fd, void *messages, unsigned int count, int flags, void *timeout)",
  epoll_create1: "int epoll_create1(int flags)",
  epoll_ctl: "int epoll_ctl(int epoll, int operation, int fd, void *event)",
  epoll_wait: "int epoll_wait(int epoll, void *events, int count, int timeout)",
  eventfd: "int eventfd(unsigned int value, int flags)",
  read: "intptr_t read(int fd, void *bytes, size_t length)",
  write: "intptr_t write(int fd, const void *bytes, size_t length)",
  // The mode is a variable argument, which Linux passes like others.
  open: "int open(const char *path, int flags, uint32_t mode)",
  close: "int close(int fd)",
  fstatfs: "int fstatfs(int fd, void *facts)",
  mkdir: "int mkdir(const char *path, uint32_t mode)",
  unlink: "int unlink(const char *path)",
  flock: "int flock(int fd, int operation)",
  mount:
    "int mount(const char *source, const char *target, const char *type, unsigned long flags, const void *data)",
  umount2: "int umount2(const char *target, int flags)",
  setns: "int setns(int fd, int kind)",
  unshare: "int unshare(int flags)",
} as const;

/** A C function that returns -1 on failure and sets {@link Libc.errno}. */
type Call = (...args: (number | string | Uint8Array | null)[]) => number;

/** The functions that return a new descriptor. */
const OPENING = ["socket", "epoll_create1", "eventfd", "open"] as const;

/**
 * The C library as seen by the calling thread. The errno belongs to the thread, and so do descriptors, which are closed
 * when it ends.
 */
export interface Libc extends Readonly<Record<keyof typeof DECLARATIONS, Call>>, Environment {
  /** Path of the binary that makes the calls, for other threads. */
  readonly koffi: string;
  /** Returns the errno of this thread's last call. */
  errno(): number;
  /** Returns the address of a buffer for structures with pointers. The caller must keep the buffer referenced. */
  address(buffer: Uint8Array): bigint;
  /**
   * Returns the result of a call.
   *
   * @throws SystemError if the call failed.
   */
  check(
    syscall: keyof typeof DECLARATIONS,
    result: number,
    hint?: (errno: number) => string | undefined,
  ): number;
}

/** Hints for when descriptors or memory run out. */
const SHORTAGES: Readonly<Record<number, string>> = {
  [EMFILE]: "this process may not open more files: raise ulimit -n, or keep fewer sockets open",
  [ENFILE]: "the system has reached its limit of open files: raise the sysctl fs.file-max",
  [ENOBUFS]: "the kernel has no memory for it",
  [ENOMEM]: "the kernel has no memory for it",
};

/** Wraps the calls that open and close descriptors, so that the calling thread closes them when it ends. */
function trackDescriptors(calls: Record<keyof typeof DECLARATIONS, Call>, { own, disown }: Environment) {
  const opening = (call: Call): Call => {
    return (...args) => {
      const fd = call(...args);
      if (fd >= 0) own(fd);
      return fd;
    };
  };
  const close: Call = (fd) => {
    // Before the call: afterwards, the number may belong to somebody else.
    disown(fd as number);
    return calls.close(fd!);
  };
  return { ...Object.fromEntries(OPENING.map((name) => [name, opening(calls[name])])), close };
}

/**
 * Loads the C library through koffi, whose binary may have been found already.
 *
 * @throws SystemError `ENOSYS` on systems other than Linux, `ELIBACC` if koffi has no binary for this one. Importing this
 * package works everywhere.
 */
export function loadLibc(file?: string): Libc {
  if (process.platform !== "linux")
    throw new SystemError("socket", ENOSYS, `netlink needs Linux, not ${process.platform}`);
  const found = file ?? findKoffi();
  const koffi = loadKoffi(found);
  const library = koffi.load(null);
  const environment = environmentOf(koffi, library);
  const entries = Object.entries(DECLARATIONS).map(([name, text]) => [name, library.func(text)]);
  const calls = Object.fromEntries(entries) as Record<keyof typeof DECLARATIONS, Call>;
  const errno = () => koffi.errno();
  return {
    ...calls,
    ...trackDescriptors(calls, environment),
    ...environment,
    koffi: found,
    errno,
    address: (buffer) => koffi.address(buffer),
    check(syscall, result, hint) {
      if (result >= 0) return result;
      const failure = errno();
      throw new SystemError(syscall, failure, hint?.(failure) ?? SHORTAGES[failure]);
    },
  };
}
