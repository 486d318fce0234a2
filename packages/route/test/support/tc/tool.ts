import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";

/** Name of no link: tc's complaint about it marks the end of the preceding command. */
const NO_LINK = "nosuchlink";
const END = new RegExp(`Cannot find device "${NO_LINK}"\\nCommand failed -:\\d+\\n$`);

/** Output of tc that is no error. */
const CHATTER = /^(Warning: |IFE type |(dst|src) MAC address |RED: set bandwidth |skbmod etype ).*\n/gm;

/** Errors of a kernel that lacks the kind. */
const UNSUPPORTED =
  /kind is unknown|classifier not found|Failed to load TC action module|Operation not supported|No such file or directory/;

/**
 * `tc -batch` that keeps running in a network namespace: on an emulated machine starting a program takes as long as
 * a hundred commands.
 */
export class Tc {
  #tc: ChildProcessWithoutNullStreams | undefined;
  #output = "";
  #done: ((output: string) => void) | undefined;

  constructor(
    /** Path of the namespace. */
    readonly namespace: string,
    /** `"-j"` for JSON; nothing for text. */
    readonly form: "-j" | "" = "-j",
  ) {}

  /** Runs a command and returns its output, errors included. */
  run(command: string): Promise<string> {
    const tc = this.#running();
    return new Promise((resolve) => {
      this.#done = resolve;
      tc.stdin.write(`${command.replaceAll(/\s+/g, " ")}\nqdisc show dev ${NO_LINK}\n`);
    });
  }

  /** Runs a command that must succeed. */
  async must(command: string): Promise<void> {
    const output = await this.run(command);
    if (output !== "") throw new Error(`tc ${command}: ${output}`);
  }

  /** Runs a command and returns its output, parsed as JSON. */
  async json<T>(command: string): Promise<T> {
    return JSON.parse((await this.run(command)) || "[]") as T;
  }

  /** Runs a command that creates an object; returns the reason if this kernel lacks its kind. */
  async lacks(command: string): Promise<string | undefined> {
    const output = await this.run(command);
    if (UNSUPPORTED.test(output)) return output.split("\n")[0];
    if (output !== "") throw new Error(`tc ${command}: ${output}`);
    return undefined;
  }

  /** Ends tc. */
  close(): void {
    this.#tc?.stdin.end();
  }

  #running(): ChildProcessWithoutNullStreams {
    if (this.#tc !== undefined) return this.#tc;
    const batch = `exec stdbuf -oL tc ${this.form} -s -d -force -batch - 2>&1`;
    const tc = spawn("nsenter", [`--net=${this.namespace}`, "sh", "-c", batch]);
    this.#tc = tc;
    this.#output = "";
    tc.stdout.setEncoding("utf8").on("data", (text: string) => this.#read(text));
    // Some versions of tc exit at a word that they do not know.
    tc.on("close", (status) => {
      if (status === 127) this.#output = "tc or stdbuf is not installed, or not in PATH";
      if (this.#tc === tc) this.#tc = undefined;
      this.#settle(this.#output);
    });
    return tc;
  }

  #read(text: string): void {
    this.#output += text;
    if (END.test(this.#output)) this.#settle(this.#output.replace(END, "").replaceAll(CHATTER, ""));
  }

  #settle(output: string): void {
    const done = this.#done;
    this.#output = "";
    this.#done = undefined;
    done?.(output);
  }
}
