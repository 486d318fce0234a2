import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";

/** No link has this name: that tc says so is how we know that it has done what came before. */
const NOBODY = "nosuchlink";
const DONE = new RegExp(`Cannot find device "${NOBODY}"\\nCommand failed -:\\d+\\n$`);

/** What tc says though all is well. */
const CHATTER = /^(Warning: |IFE type |(dst|src) MAC address |RED: set bandwidth |skbmod etype ).*\n/gm;

/** What a kernel says that has no such kind. */
const LACKING =
  /kind is unknown|classifier not found|Failed to load TC action module|Operation not supported|No such file or directory/;

/**
 * One `tc -batch` that stays in a network namespace: on an emulated machine starting a program takes the time of
 * a hundred commands.
 */
export class Tc {
  #tc: ChildProcessWithoutNullStreams | undefined;
  #heard = "";
  #done: ((said: string) => void) | undefined;

  constructor(
    /** Path of the namespace. */
    readonly namespace: string,
    /** `"-j"` for JSON; nothing for text. */
    readonly form: "-j" | "" = "-j",
  ) {}

  /** Runs a command and gives all that it said, complaints included. */
  run(command: string): Promise<string> {
    const tc = this.#running();
    return new Promise((resolve) => {
      this.#done = resolve;
      tc.stdin.write(`${command.replaceAll(/\s+/g, " ")}\nqdisc show dev ${NOBODY}\n`);
    });
  }

  /** Runs a command that must succeed. */
  async must(command: string): Promise<void> {
    const said = await this.run(command);
    if (said !== "") throw new Error(`tc ${command}: ${said}`);
  }

  /** What a command prints as JSON. */
  async json<T>(command: string): Promise<T> {
    return JSON.parse((await this.run(command)) || "[]") as T;
  }

  /** Runs a command that makes something; says why where this kernel has nothing of the kind. */
  async lacks(command: string): Promise<string | undefined> {
    const said = await this.run(command);
    if (LACKING.test(said)) return said.split("\n")[0];
    if (said !== "") throw new Error(`tc ${command}: ${said}`);
    return undefined;
  }

  /** Ends it. */
  close(): void {
    this.#tc?.stdin.end();
  }

  #running(): ChildProcessWithoutNullStreams {
    if (this.#tc !== undefined) return this.#tc;
    const batch = `exec stdbuf -oL tc ${this.form} -s -d -force -batch - 2>&1`;
    const tc = spawn("nsenter", [`--net=${this.namespace}`, "sh", "-c", batch]);
    this.#tc = tc;
    this.#heard = "";
    tc.stdout.setEncoding("utf8").on("data", (text: string) => this.#hear(text));
    // A word that it does not understand ends some versions of tc.
    tc.on("close", (status) => {
      if (status === 127) this.#heard = "tc or stdbuf is not installed, or not in PATH";
      if (this.#tc === tc) this.#tc = undefined;
      this.#settle(this.#heard);
    });
    return tc;
  }

  #hear(text: string): void {
    this.#heard += text;
    if (DONE.test(this.#heard)) this.#settle(this.#heard.replace(DONE, "").replaceAll(CHATTER, ""));
  }

  #settle(said: string): void {
    const done = this.#done;
    this.#heard = "";
    this.#done = undefined;
    done?.(said);
  }
}
