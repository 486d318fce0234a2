//  [pid 812] 1796063043.568439 sendto(3<socket:[102]>, "\x20\x00…", 32, 0, NULL, 0) = 32
//            time, by -ttt     name   descriptor        bytes, by -xx               result

/** A line of strace: a system call that has returned. */
export interface Call {
  /** Process or thread; empty if strace followed just one. */
  readonly pid: string;
  /** Time in nanoseconds since 1970, if strace printed that. */
  readonly time: bigint | undefined;
  readonly name: string;
  /** All between the parentheses. */
  readonly args: string;
  readonly result: number;
}

const LINE = /^(?:\[pid +(\d+)\] |(\d+) +)?(?:(\d+\.\d+|\d\d:\d\d:\d\d(?:\.\d+)?) )?(.*)$/s;
const UNFINISHED = /^(\w+\(.*?),? *<unfinished \.\.\.>$/s;
const RESUMED = /^<\.\.\. (\w+) resumed>,? ?(.*)$/s;
const CALL = /^(\w+)\((.*)\) += (-?\d+)/s;

/** Returns a time that strace printed by `-ttt`; a time of day has no date. */
function timeOf(text: string | undefined): bigint | undefined {
  const [, seconds, fraction] = /^(\d+)\.(\d+)$/.exec(text ?? "") ?? [];
  if (seconds === undefined || fraction === undefined) return undefined;
  return BigInt(seconds) * 1_000_000_000n + BigInt(fraction.padEnd(9, "0").slice(0, 9));
}

/** Reads lines as calls, and joins those that were interrupted by others. */
export class CallReader {
  /** The beginnings of calls that have not returned, by process. */
  readonly #unfinished = new Map<string, string>();

  /** Returns the call that a line completes; `undefined` for another line. */
  read(line: string): Call | undefined {
    const [, bracketed, plain, time, text = ""] = LINE.exec(line) ?? [];
    const pid = bracketed ?? plain ?? "";
    const unfinished = UNFINISHED.exec(text)?.[1];
    if (unfinished !== undefined) {
      this.#unfinished.set(pid, unfinished);
      return undefined;
    }
    const [, name, args, result] = CALL.exec(this.#whole(pid, text)) ?? [];
    if (name === undefined || args === undefined) return undefined;
    return { pid, time: timeOf(time), name, args, result: Number(result) };
  }

  /** Puts the beginning of a call in front of its end. */
  #whole(pid: string, text: string): string {
    const [, name, rest = ""] = RESUMED.exec(text) ?? [];
    const begun = this.#unfinished.get(pid);
    if (name === undefined || begun === undefined || !begun.startsWith(`${name}(`)) return text;
    this.#unfinished.delete(pid);
    return `${begun}${/\($/.test(begun) ? "" : ", "}${rest}`;
  }
}
