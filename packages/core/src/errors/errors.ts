import { type ErrnoCode, errnoName, errnoText } from "./errno.js";
import { hintFor } from "./hints.js";
import type { KernelRefusal, PolicyRange } from "./kernel-refusal.js";
import type { RequestSummary } from "./request-summary.js";

/** Base class of all errors thrown by this library. */
export abstract class NetlinkError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Returns the beginning of an error's message: the request. */
const asking = ({ text }: RequestSummary) => (text === undefined ? "" : `${text}: `);

const joined = (path: readonly string[]) =>
  path.reduce((text, key) => (text === "" || key.startsWith("[") ? text + key : `${text}.${key}`), "");

/** Base class of errors at a place within a value, named as the caller would write it. */
export abstract class CodecError extends NetlinkError {
  readonly #path: string[] = [];
  readonly #reason: string;
  /** Suggested remedy, `"did you mean ifname?"`; absent if none is known. */
  readonly hint?: string;

  constructor(reason: string, options: { cause?: unknown; hint?: string | undefined } = {}) {
    const { hint } = options;
    super(hint === undefined ? reason : `${reason} (${hint})`, options);
    this.#reason = reason;
    if (hint !== undefined) this.hint = hint;
  }

  /** The fault, without the place. */
  get reason(): string {
    return this.#reason;
  }

  /** Place within the value, such as `linkinfo.data.vxlan.id`; empty for the value as a whole. */
  get path(): string {
    return joined(this.#path);
  }

  /** The request it occurred in, if any. */
  request?: RequestSummary;

  /** Records the request it occurred in. */
  during(request: RequestSummary): this {
    if (this.request === undefined) this.message = asking(request) + this.message;
    this.request ??= request;
    return this;
  }

  /** Prepends a member to the path. */
  at(key: string): this {
    this.#path.unshift(key);
    return this.#told();
  }

  /** Removes the outermost members of the path, which the caller did not write. */
  without(count: number): this {
    this.#path.splice(0, count);
    return this.#told();
  }

  #told(): this {
    const place = this.path === "" ? "" : `${this.path}: `;
    this.message = `${place}${this.#reason}${this.hint === undefined ? "" : ` (${this.hint})`}`;
    return this;
  }
}

/** Received bytes do not fit their declared layout. */
export class DecodeError extends CodecError {}

/** A value does not fit its declared layout; nothing was sent. */
export class EncodeError extends CodecError {}

/** Records the request in errors of the schema; returns others unchanged. */
export function during(error: unknown, summary: () => RequestSummary): Error {
  return error instanceof CodecError ? error.during(summary()) : (error as Error);
}

/** Prepends `key` to the path of an error that passed through it; wraps anything else as the cause of a codec error. */
export function atPath(error: unknown, key: string, Kind: typeof DecodeError | typeof EncodeError): Error {
  if (error instanceof CodecError) return error.at(key);
  return new Kind(reasonOf(error), { cause: error }).at(key);
}

/**
 * Returns an error of this library unchanged; wraps anything else, such as an exception of a getter, as the cause of
 * one.
 */
export function encodeError(error: unknown): NetlinkError {
  return error instanceof NetlinkError ? error : new EncodeError(reasonOf(error), { cause: error });
}

function reasonOf(error: unknown): string {
  try {
    return error instanceof Error ? error.message : String(error);
  } catch {
    return "it threw something that is not text";
  }
}

/** The kernel or this library does not support a verb for an object; nothing was sent. */
export class UnsupportedError extends NetlinkError {
  constructor(
    reason: string,
    /** Name of the object: `"rule"`. */
    readonly object: string,
  ) {
    super(reason);
  }
}

/** An invalid argument was passed to a function; nothing was done. */
export class ArgumentError extends NetlinkError {
  constructor(
    /** Name of the function: `"rtnetlink"`. */
    readonly callee: string,
    /** The invalid argument, option or member of it: `"timeout"`. */
    readonly path: string,
    /** The fault, without the place. */
    readonly reason: string,
    /** Suggested remedy; absent if none is known. */
    readonly hint?: string,
    options?: { cause?: unknown },
  ) {
    super(`${callee}: ${path}: ${reason}${hint === undefined ? "" : ` (${hint})`}`, options);
  }
}

/** A system call failed. */
export class SystemError extends NetlinkError {
  /** Name of the errno: `"EPERM"`. */
  readonly code: ErrnoCode;
  constructor(
    /** Name of the call: `"socket"`, `"bind"`, `"setns"` … */
    readonly syscall: string,
    /** The positive errno. */
    readonly errno: number,
    /** Suggested remedy; absent if none is known. */
    readonly hint?: string,
    options?: { cause?: unknown },
  ) {
    const code = errnoName(errno);
    super(`${syscall}: ${code}${hint === undefined ? "" : ` (${hint})`}`, options);
    this.code = code;
  }
}

function refusalText(refusal: KernelRefusal, code: string, hint: string | undefined): string {
  const place = refusal.path === undefined ? "" : ` at ${refusal.path}${refusal.missing ? " (missing)" : ""}`;
  const meaning = errnoText(refusal.errno);
  const text = refusal.text === undefined ? meaning && ` (${meaning})` : `: ${refusal.text}`;
  return `${code}${place}${text ?? ""}${hint === undefined ? "" : `; ${hint}`}`;
}

/** The kernel refused a request (`NLMSG_ERROR`, or an error in `NLMSG_DONE`). */
export class KernelError extends NetlinkError implements KernelRefusal {
  readonly errno: number;
  /** Name of the errno: `"EEXIST"`. */
  readonly code: ErrnoCode;
  readonly text: string | undefined;
  readonly path: string | undefined;
  readonly missing: boolean;
  readonly policy: PolicyRange | undefined;
  readonly cookie: Uint8Array | undefined;
  readonly echo: Uint8Array | undefined;
  /** Suggested remedy; `undefined` if none is known. */
  readonly hint: string | undefined;
  /** Name of the object: `"link"`; `undefined` if a {@link Connection} was used without one. */
  readonly object: string | undefined;
  /** The requested operation: `"get"`, `"add"` … */
  readonly verb: string | undefined;
  /** The request, with the value as the caller gave it. */
  readonly request: RequestSummary;

  constructor(refusal: KernelRefusal, request: RequestSummary) {
    const code = refusal.code ?? errnoName(refusal.errno);
    const hint = refusal.hint ?? hintFor(refusal, code, request.verb);
    super(asking(request) + refusalText(refusal, code, hint));
    this.errno = refusal.errno;
    this.code = code;
    this.text = refusal.text;
    this.path = refusal.path;
    this.missing = refusal.missing ?? false;
    this.policy = refusal.policy;
    this.cookie = refusal.cookie;
    this.echo = refusal.echo;
    this.hint = hint;
    this.object = request.object;
    this.verb = request.verb;
    this.request = request;
  }
}

/** The table changed during a dump (`NLM_F_DUMP_INTR`): the emitted rows may be inconsistent. */
export class DumpInterruptedError extends NetlinkError {
  /** Rows held back by `retryInterrupted()`; they may be inconsistent. */
  rows: readonly unknown[] = [];
  constructor(
    /** The request of the dump. */
    readonly request: RequestSummary,
  ) {
    super(`${asking(request)}the table changed during the dump`);
  }
}

/**
 * The outcome of a request is unknown: its reply was lost in a receive overflow, or could not be decoded (then see
 * `cause`).
 */
export class OutcomeUnknownError extends NetlinkError {
  constructor(
    /** The request, with the value as the caller gave it. */
    readonly request: RequestSummary,
    options?: { cause?: unknown },
  ) {
    const why = options === undefined ? "the receive buffer overflowed" : "a reply could not be decoded";
    super(
      `${asking(request)}${why}: it is unknown whether the request was applied; read back to find out`,
      options,
    );
  }
}

/** No reply arrived in time. */
export class RequestTimeoutError extends NetlinkError {
  constructor(
    /** The request, with the value as the caller gave it; the kernel may have applied it. */
    readonly request: RequestSummary,
    /** Time allowed, in milliseconds. */
    readonly timeout: number,
  ) {
    super(`${asking(request)}no reply within ${timeout} ms`);
  }
}

/** An awaited condition did not come true in time. */
export class WaitTimeoutError<T = unknown> extends NetlinkError {
  constructor(
    what: string,
    /** Time allowed, in milliseconds. */
    readonly timeout: number,
    /** The latest value; `undefined` if there was none yet. */
    readonly last: T | undefined,
  ) {
    super(`waited ${timeout} ms for ${what}`);
  }
}

/** The connection, socket or transport was closed, or its thread died (then see `cause`). */
export class ClosedError extends NetlinkError {
  constructor(what: string, options?: { cause?: unknown }) {
    super(`${what} is closed`, options);
  }
}
