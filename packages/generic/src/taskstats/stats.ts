import {
  chars,
  enumeration,
  flags,
  type Infer,
  pad,
  refine,
  s8,
  s64,
  since,
  struct,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";

/** Facts about a task (flags of `struct acct`, `A*`). */
export const taskFlags = flags("A", u8, {
  /** It was forked, and executed no program since. */
  fork: 0x01,
  /** It used privileges. */
  su: 0x02,
  /** It used compatibility mode. */
  compat: 0x04,
  /** It dumped core. */
  core: 0x08,
  /** A signal killed it. */
  xsig: 0x10,
  /** It was the last task of its process: the process ended too; since 5.19. */
  group: 0x20,
});

/** Scheduling policies (`SCHED_*`). */
export const schedulingPolicy = enumeration("SCHED_", u8, {
  /** Ordinary. */
  normal: 0,
  /** Real time, until it gives up the CPU. */
  fifo: 1,
  /** Real time, in turn. */
  rr: 2,
  /** Without interaction. */
  batch: 3,
  /** Only if nothing else runs. */
  idle: 5,
  /** Real time, by deadlines. */
  deadline: 6,
  /** By a BPF program; since 6.12. */
  ext: 7,
});

/** A time of the wall clock. */
const timespec = struct("__kernel_timespec", {
  /** Seconds since 1970. */
  sec: s64,
  /** Nanoseconds within the second. */
  nsec: s64,
});

/** Members that all versions have in this order; delays are 0 unless the sysctl `kernel.task_delayacct` is 1. */
const first = {
  /** Version of the struct, which grows. */
  version: u16,
  versionPad: pad(2),
  /** Exit status as of `wait()`: the code in bits 8 to 15, the signal in bits 0 to 6. */
  exitcode: u32,
  /** Facts about the task; see {@link taskFlags}. */
  flag: taskFlags,
  /** Nice value, -20 to 19. */
  nice: s8,
  nicePad: pad(6),
  /** Number of waits for a CPU, while it could run. */
  cpuCount: u64,
  /** Time of these waits in nanoseconds. */
  cpuDelayTotal: u64,
  /** Number of waits for block I/O to complete. */
  blkioCount: u64,
  /** Time of these waits in nanoseconds. */
  blkioDelayTotal: u64,
  /** Number of waits for pages to be swapped in. */
  swapinCount: u64,
  /** Time of these waits in nanoseconds. */
  swapinDelayTotal: u64,
  /** Time on a CPU in nanoseconds, as the clock tick counts it. */
  cpuRunRealTotal: u64,
  /** Time on a CPU in nanoseconds, as the scheduler counts it. */
  cpuRunVirtualTotal: u64,
  /** Name of the program, of up to 15 bytes. */
  comm: chars(32),
  /** Scheduling policy; see {@link schedulingPolicy}. */
  sched: schedulingPolicy,
  schedPad: pad(7),
  /** UID, as the user namespace of the receiver has it. */
  uid: u32,
  /** GID, as the user namespace of the receiver has it. */
  gid: u32,
  /** Id of the task, a thread. */
  pid: u32,
  /** Id of the parent process; 0 if it is outside the PID namespace. */
  ppid: u32,
  /** Time of the start, in seconds since 1970. */
  btime: u32,
  btimePad: pad(4),
  /** Time since the start in microseconds. */
  etime: u64,
  /** Time in user mode in microseconds. */
  utime: u64,
  /** Time in the kernel in microseconds. */
  stime: u64,
  /** Page faults that needed no I/O. */
  minflt: u64,
  /** Page faults that needed I/O. */
  majflt: u64,
  /** Resident memory over time in the kernel, in megabytes times microseconds. */
  coremem: u64,
  /** Virtual memory over time in the kernel, in megabytes times microseconds. */
  virtmem: u64,
  /** Largest resident memory, in kibibytes. */
  hiwaterRss: u64,
  /** Largest virtual memory, in kibibytes. */
  hiwaterVm: u64,
  /** Bytes read by system calls, from the page cache too. The kernel rounds this and the next six down to multiples of 1024. */
  readChar: u64,
  /** Bytes written by system calls, to the page cache too. */
  writeChar: u64,
  /** Number of system calls that read, rounded as well. */
  readSyscalls: u64,
  /** Number of system calls that write, rounded as well. */
  writeSyscalls: u64,
  /** Bytes read from storage. */
  readBytes: u64,
  /** Bytes written to storage, or to be written. */
  writeBytes: u64,
  /** Bytes to be written that were not, since their file was truncated. */
  cancelledWriteBytes: u64,
  /** Context switches in which it gave up the CPU. */
  nvcsw: u64,
  /** Context switches in which it lost the CPU. */
  nivcsw: u64,
  /** Time in user mode in microseconds, scaled by the frequency of the CPU. */
  utimescaled: u64,
  /** Time in the kernel in microseconds, scaled by the frequency of the CPU. */
  stimescaled: u64,
  /** Time on a CPU in nanoseconds, scaled by its frequency. */
  cpuScaledRunRealTotal: u64,
  /** Number of waits for memory to be reclaimed. */
  freepagesCount: u64,
  /** Time of these waits in nanoseconds. */
  freepagesDelayTotal: u64,
  /** Number of waits for pages that were evicted and are needed again. */
  thrashingCount: since("4.20", u64),
  /** Time of these waits in nanoseconds. */
  thrashingDelayTotal: since("4.20", u64),
  /** Time of the start, in seconds since 1970. */
  btime64: since("5.5", u64),
  /** Number of waits for memory to be compacted. */
  compactCount: since("5.17", u64),
  /** Time of these waits in nanoseconds. */
  compactDelayTotal: since("5.17", u64),
  /** Id of its process, the thread group. */
  tgid: since("5.19", u32),
  tgidPad: since("5.19", pad(4)),
  /** Time since the start of its process in microseconds. */
  tgetime: since("5.19", u64),
  /** Device of the program's file, as `stat()` has it; 0 for threads of the kernel. */
  exeDev: since("5.19", u64),
  /** Inode of the program's file; 0 for threads of the kernel. */
  exeInode: since("5.19", u64),
  /** Number of waits for pages to be copied on write. */
  wpcopyCount: since("6.0", u64),
  /** Time of these waits in nanoseconds. */
  wpcopyDelayTotal: since("6.0", u64),
  /** Number of waits for interrupts to be handled. */
  irqCount: since("6.4", u64),
  /** Time of these waits in nanoseconds. */
  irqDelayTotal: since("6.4", u64),
};

/** Extremes of the waits: version 15 has them after the total of each, later ones at the end. */
const extremes = {
  /** Longest wait for a CPU, while it could run, in nanoseconds. */
  cpuDelayMax: since("6.14", u64),
  /** Shortest wait for a CPU, while it could run, in nanoseconds; 0 if there was none. */
  cpuDelayMin: since("6.14", u64),
  /** Longest wait for block I/O to complete, in nanoseconds. */
  blkioDelayMax: since("6.14", u64),
  /** Shortest wait for block I/O to complete, in nanoseconds; 0 if there was none. */
  blkioDelayMin: since("6.14", u64),
  /** Longest wait for pages to be swapped in, in nanoseconds. */
  swapinDelayMax: since("6.14", u64),
  /** Shortest wait for pages to be swapped in, in nanoseconds; 0 if there was none. */
  swapinDelayMin: since("6.14", u64),
  /** Longest wait for memory to be reclaimed, in nanoseconds. */
  freepagesDelayMax: since("6.14", u64),
  /** Shortest wait for memory to be reclaimed, in nanoseconds; 0 if there was none. */
  freepagesDelayMin: since("6.14", u64),
  /** Longest wait for pages that were evicted and are needed again, in nanoseconds. */
  thrashingDelayMax: since("6.14", u64),
  /** Shortest wait for pages that were evicted and are needed again, in nanoseconds; 0 if there was none. */
  thrashingDelayMin: since("6.14", u64),
  /** Longest wait for memory to be compacted, in nanoseconds. */
  compactDelayMax: since("6.14", u64),
  /** Shortest wait for memory to be compacted, in nanoseconds; 0 if there was none. */
  compactDelayMin: since("6.14", u64),
  /** Longest wait for pages to be copied on write, in nanoseconds. */
  wpcopyDelayMax: since("6.14", u64),
  /** Shortest wait for pages to be copied on write, in nanoseconds; 0 if there was none. */
  wpcopyDelayMin: since("6.14", u64),
  /** Longest wait for interrupts to be handled, in nanoseconds. */
  irqDelayMax: since("6.14", u64),
  /** Shortest wait for interrupts to be handled, in nanoseconds; 0 if there was none. */
  irqDelayMin: since("6.14", u64),
};

/** Times of the extremes. */
const times = {
  /** Time at which the longest wait for a CPU, while it could run ended. */
  cpuDelayMaxTs: since("7.0", timespec),
  /** Time at which the longest wait for block I/O to complete ended. */
  blkioDelayMaxTs: since("7.0", timespec),
  /** Time at which the longest wait for pages to be swapped in ended. */
  swapinDelayMaxTs: since("7.0", timespec),
  /** Time at which the longest wait for memory to be reclaimed ended. */
  freepagesDelayMaxTs: since("7.0", timespec),
  /** Time at which the longest wait for pages that were evicted and are needed again ended. */
  thrashingDelayMaxTs: since("7.0", timespec),
  /** Time at which the longest wait for memory to be compacted ended. */
  compactDelayMaxTs: since("7.0", timespec),
  /** Time at which the longest wait for pages to be copied on write ended. */
  wpcopyDelayMaxTs: since("7.0", timespec),
  /** Time at which the longest wait for interrupts to be handled ended. */
  irqDelayMaxTs: since("7.0", timespec),
};

//  struct taskstats:  0        4         8     9     16         …   80    …   312 (version 8)  …  432 (16)   560 (17)  688
//                     version  exitcode  flag  nice  cpu_count  …   comm  …   freepages_count  …  extremes   times

/** Statistics of a task (`struct taskstats`). */
const current = struct("taskstats", { ...first, ...extremes, ...times });

/** Version 15, of 6.14 and 6.15, which has the extremes in the middle. */
const version15 = struct(
  "taskstats",
  Object.fromEntries(
    Object.entries(first).flatMap(([key, type]) => {
      const kind = /^(.*)DelayTotal$/.exec(key)?.[1];
      if (kind === undefined) return [[key, type]];
      const own = Object.entries(extremes).filter(([name]) => name.startsWith(kind));
      return [[key, type], ...own];
    }),
  ),
);

const layoutOf = (version: number) => (version === 15 ? version15 : current) as typeof current;

/** The struct, by its version and its length. */
export const taskstatsStruct = refine(current, {
  read: (view, at, end) => layoutOf(u16.read(view, at, end)).read(view, at, end),
  write: (out, value) => layoutOf(value.version).write(out, value),
});
/** Statistics of a task. Numbers count since its start. */
export interface Taskstats extends Infer<typeof current> {}
