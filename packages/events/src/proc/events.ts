import type { MalformedNotification } from "@rxnetlink/core";

/** Place and time of a process event. */
export interface ProcDetails {
  /** Processor that it happened on. */
  readonly cpu: number;
  /** Time since the start of the system, in nanoseconds (`CLOCK_MONOTONIC`). */
  readonly timestampNs: bigint;
}

/** The thread of an event. */
export interface ProcThread extends ProcDetails {
  /** Thread, by its number; of the first of a process it is that of the process. */
  readonly pid: number;
  /** Process, by its number. */
  readonly tgid: number;
  /** True if it is a thread other than the first of its process. */
  readonly thread: boolean;
}

/** A process was created, or a thread in one (`PROC_EVENT_FORK`). */
export interface ProcFork extends ProcDetails {
  /** Discriminates events. */
  readonly type: "fork";
  /** Thread that the new one is a child of. */
  readonly parentPid: number;
  /** Process that the new one is a child of. */
  readonly parentTgid: number;
  /** The new thread; of a new process it is that of the process. */
  readonly childPid: number;
  /** The new process, or that of the new thread. */
  readonly childTgid: number;
  /** True if it is a thread of a process that exists already. */
  readonly thread: boolean;
}

/** A process runs another program (`PROC_EVENT_EXEC`). */
export interface ProcExec extends ProcThread {
  /** Discriminates events. */
  readonly type: "exec";
}

/** A thread has other user ids (`PROC_EVENT_UID`). */
export interface ProcUid extends ProcThread {
  /** Discriminates events. */
  readonly type: "uid";
  /** Real user id. */
  readonly ruid: number;
  /** Effective user id. */
  readonly euid: number;
}

/** A thread has other group ids (`PROC_EVENT_GID`). */
export interface ProcGid extends ProcThread {
  /** Discriminates events. */
  readonly type: "gid";
  /** Real group id. */
  readonly rgid: number;
  /** Effective group id. */
  readonly egid: number;
}

/** A process leads a new session (`PROC_EVENT_SID`). */
export interface ProcSid extends ProcThread {
  /** Discriminates events. */
  readonly type: "sid";
}

/** A thread is traced, or no longer (`PROC_EVENT_PTRACE`). */
export interface ProcPtrace extends ProcThread {
  /** Discriminates events. */
  readonly type: "ptrace";
  /** Thread that traces it; absent if none does any longer. */
  readonly tracerPid?: number;
  /** Process of that thread. */
  readonly tracerTgid?: number;
}

/** A thread has another name (`PROC_EVENT_COMM`); a new program names its process without such an event. */
export interface ProcComm extends ProcThread {
  /** Discriminates events. */
  readonly type: "comm";
  /** Name. */
  readonly comm: string;
}

/** A process dumps core (`PROC_EVENT_COREDUMP`). */
export interface ProcCoredump extends ProcThread {
  /** Discriminates events. */
  readonly type: "coredump";
  /** Parent thread; 0 before 4.18, or if the thread has been released. */
  readonly parentPid: number;
  /** Parent process; 0 before 4.18, or if the thread has been released. */
  readonly parentTgid: number;
}

/** A thread ended (`PROC_EVENT_EXIT`). A process ends with its last thread, which need not be its first. */
export interface ProcExit extends ProcThread {
  /** Discriminates events. */
  readonly type: "exit";
  /** Status as `waitpid()` returns it. */
  readonly exitCode: number;
  /** Exit status, from 0 to 255; absent if a signal ended it. */
  readonly status?: number;
  /** Signal that ended it, by its number; absent if none did. */
  readonly termSignal?: number;
  /** True if it dumped core. */
  readonly coreDumped: boolean;
  /** Signal that its parent gets, by its number: 17 is `SIGCHLD`; 0xffff_ffff of a thread. */
  readonly exitSignal: number;
  /** Parent thread; 0 before 4.18, or if the thread has been released. */
  readonly parentPid: number;
  /** Parent process; 0 before 4.18, or if the thread has been released. */
  readonly parentTgid: number;
}

/** An event of a kind that is newer than this library. */
export interface ProcOther extends ProcDetails {
  /** Discriminates events. */
  readonly type: "other";
  /** Kind (`PROC_EVENT_*`). */
  readonly what: number;
  /** What the kernel says about it. */
  readonly bytes: Uint8Array;
}

/** Events were lost here: the receive buffer had no room for them. */
export interface ProcLost {
  /** Discriminates events. */
  readonly type: "lost";
  /** Processor on which they happened; absent with a filter in the kernel. */
  readonly cpu?: number;
  /** Number of events; absent with a filter in the kernel. */
  readonly events?: number;
}

/** Something that happened to a process or thread; discriminated by `type`. */
export type ProcChange =
  | ProcFork
  | ProcExec
  | ProcUid
  | ProcGid
  | ProcSid
  | ProcPtrace
  | ProcComm
  | ProcCoredump
  | ProcExit
  | ProcOther;

/** Anything that `event$` emits; discriminated by `type`. */
export type ProcEvent = ProcChange | ProcLost | MalformedNotification;
