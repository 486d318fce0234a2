import { SystemError } from "@rxnetlink/core";
import { EMFILE, ENFILE, ENOBUFS, ENOMEM, ENOSYS } from "./constants.js";
import { type Environment, environmentOf } from "./environment.js";
import { findKoffi, loadKoffi } from "./koffi.js";

/** The C declarations of all that is called, by name. */
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
  // Its mode is one of the variable arguments, which Linux passes like others.
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

/** A C function that returns -1 on failure and leaves the reason in {@link Libc.errno}. */
type Call = (...args: (number | string | Uint8Array | null)[]) => number;

/** What makes a descriptor. */
const OPENING = ["socket", "epoll_create1", "eventfd", "open"] as const;

/**
 * The C library, as seen by the calling thread: errno belongs to a thread, and so does what was opened, which is closed
 * with it.
 */
export interface Libc extends Readonly<Record<keyof typeof DECLARATIONS, Call>>, Environment {
  /** The file of the binary that makes the calls, for other threads. */
  readonly koffi: string;
  /** The errno of this thread's last call. */
  errno(): number;
  /** The address of a buffer, for structures that hold pointers. Whoever passes it on keeps the buffer referenced. */
  address(buffer: Uint8Array): bigint;
  /** The result of a call, or a {@link SystemError} where it failed. */
  check(
    syscall: keyof typeof DECLARATIONS,
    result: number,
    hint?: (errno: number) => string | undefined,
  ): number;
}

/** What can be done where descriptors or memory run short. */
const SHORTAGES: Readonly<Record<number, string>> = {
  [EMFILE]: "this process may not open more files: see ulimit -n, or have less open at once",
  [ENFILE]: "all processes together have as many files open as they may: see fs.file-max of sysctl",
  [ENOBUFS]: "the kernel has no memory for it",
  [ENOMEM]: "the kernel has no memory for it",
};

/** The calls that open and close, by which the calling thread owns what is open. */
function owning(calls: Record<keyof typeof DECLARATIONS, Call>, { own, disown }: Environment) {
  const opening = (call: Call): Call => {
    return (...args) => {
      const fd = call(...args);
      if (fd >= 0) own(fd);
      return fd;
    };
  };
  const close: Call = (fd) => {
    // Not after: the number may then be another's.
    disown(fd as number);
    return calls.close(fd!);
  };
  return { ...Object.fromEntries(OPENING.map((name) => [name, opening(calls[name])])), close };
}

/**
 * Loads the C library through koffi, whose binary was found already, or is.
 *
 * @throws SystemError `ENOSYS` on other systems than Linux, `ELIBACC` where koffi has no binary for this one;
 * importing this package works everywhere.
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
    ...owning(calls, environment),
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
