import { type ErrnoCode, errnoName, errnoText } from "./errno.js";
import { hintFor } from "./hints.js";
import type { KernelRefusal, PolicyRange } from "./kernel-refusal.js";
import type { RequestSummary } from "./request-summary.js";

/** What every error of this project is. */
export abstract class NetlinkError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** What an error says before all else: what was asked for. */
const asking = ({ text }: RequestSummary) => (text === undefined ? "" : `${text}: `);

const joined = (path: readonly string[]) =>
  path.reduce((text, key) => (text === "" || key.startsWith("[") ? text + key : `${text}.${key}`), "");

/** A failure at a place in a value, named as the caller would write it. */
export abstract class CodecError extends NetlinkError {
  readonly #path: string[] = [];
  readonly #reason: string;
  /** What a person can do about it: `"did you mean ifname?"`; absent where nobody knows. */
  readonly hint?: string;

  constructor(reason: string, options: { cause?: unknown; hint?: string | undefined } = {}) {
    const { hint } = options;
    super(hint === undefined ? reason : `${reason} (${hint})`, options);
    this.#reason = reason;
    if (hint !== undefined) this.hint = hint;
  }

  /** What is wrong, without the place. */
  get reason(): string {
    return this.#reason;
  }

  /** Where, such as `linkinfo.data.vxlan.id`; empty for the value as a whole. */
  get path(): string {
    return joined(this.#path);
  }

  /** The request that it came up in, where there was one. */
  request?: RequestSummary;

  /** Says in which request it came up. */
  during(request: RequestSummary): this {
    if (this.request === undefined) this.message = asking(request) + this.message;
    this.request ??= request;
    return this;
  }

  /** Adds the member through which the error came up; used by the schema. */
  at(key: string): this {
    this.#path.unshift(key);
    return this.#told();
  }

  /** Takes the outermost members off the path, which the caller did not write. */
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

/** Says of an error of the schema in which request it came up; others stay as they are. */
export function during(error: unknown, summary: () => RequestSummary): Error {
  return error instanceof CodecError ? error.during(summary()) : (error as Error);
}

/** Adds `key` to the path of an error that came up through it; anything else becomes the cause of one. */
export function atPath(error: unknown, key: string, Kind: typeof DecodeError | typeof EncodeError): Error {
  if (error instanceof CodecError) return error.at(key);
  return new Kind(reasonOf(error), { cause: error }).at(key);
}

/** An error of this project as it is; anything else, such as one thrown by a getter of a value, as the cause of one. */
export function encodeError(error: unknown): NetlinkError {
  return error instanceof NetlinkError ? error : new EncodeError(reasonOf(error), { cause: error });
}

function reasonOf(error: unknown): string {
  try {
    return error instanceof Error ? error.message : String(error);
  } catch {
    return "it threw something that is no text";
  }
}

/** The kernel, or this library, has no such verb for an object; nothing was sent. */
export class UnsupportedError extends NetlinkError {
  constructor(
    reason: string,
    /** The object: `"rule"`. */
    readonly object: string,
  ) {
    super(reason);
  }
}

/** What was passed to a function is not what it takes; nothing was done. */
export class ArgumentError extends NetlinkError {
  constructor(
    /** The function: `"rtnetlink"`. */
    readonly callee: string,
    /** Which argument, option or member of it: `"timeout"`. */
    readonly path: string,
    /** What is wrong, without the place. */
    readonly reason: string,
    /** What a person can do about it. */
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
    /** Which call: `"socket"`, `"bind"`, `"setns"` … */
    readonly syscall: string,
    /** The positive errno. */
    readonly errno: number,
    /** What a person can do about it. */
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
  /** What a person can do about it. */
  readonly hint: string | undefined;
  /** The object that was asked about: `"link"`; absent where a {@link Connection} was used without one. */
  readonly object: string | undefined;
  /** What was to be done to it: `"get"`, `"add"` … */
  readonly verb: string | undefined;
  /** The request, as the caller gave it. */
  readonly request: RequestSummary;

  constructor(refusal: KernelRefusal, request: RequestSummary) {
    const code = errnoName(refusal.errno);
    const hint = refusal.hint ?? hintFor(refusal, code, request.verb);
    super(asking(request) + refusalText(refusal, code, hint));
    this.errno = refusal.errno;
    this.code = code;
    this.text = refusal.text;
    this.path = refusal.path;
    this.missing = refusal.missing ?? false;
    this.policy = refusal.policy;
    this.cookie = refusal.cookie;
    this.hint = hint;
    this.object = request.object;
    this.verb = request.verb;
    this.request = request;
  }
}

/** The table changed while it was dumped (`NLM_F_DUMP_INTR`): what was emitted may be inconsistent. */
export class DumpInterruptedError extends NetlinkError {
  /** What was read, where it was held back; it may be inconsistent. */
  rows: readonly unknown[] = [];
  constructor(
    /** The dump, as it was asked for. */
    readonly request: RequestSummary,
  ) {
    super(`${asking(request)}the table changed during the dump`);
  }
}

/**
 * Whether the kernel applied a request is not known: its answer was lost in a receive overflow, or could not be
 * read (then see `cause`).
 */
export class OutcomeUnknownError extends NetlinkError {
  constructor(
    /** The request, as the caller gave it. */
    readonly request: RequestSummary,
    options?: { cause?: unknown },
  ) {
    const why = options === undefined ? "the receive buffer overflowed" : "an answer could not be read";
    super(
      `${asking(request)}${why}: whether the request was applied is not known; read back to see`,
      options,
    );
  }
}

/** No answer came in time. */
export class RequestTimeoutError extends NetlinkError {
  constructor(
    /** The request, as the caller gave it; the kernel may have applied it. */
    readonly request: RequestSummary,
    /** How long was waited, in milliseconds. */
    readonly timeout: number,
  ) {
    super(`${asking(request)}no answer within ${timeout} ms`);
  }
}

/** What was waited for did not come about in time. */
export class WaitTimeoutError<T = unknown> extends NetlinkError {
  constructor(
    what: string,
    /** How long was waited, in milliseconds. */
    readonly timeout: number,
    /** What there was last; absent where there was nothing yet. */
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
