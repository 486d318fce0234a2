// A throwaway network namespace around each test, in which examples and the commands of others run.

import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { afterEach, beforeEach } from "vitest";
import { type Running, start } from "./running.js";

/** The reason why there can be no namespaces here, which is printed; `undefined` if there can. */
export const whyNoSandbox = whyNoNamespaces();
if (whyNoSandbox !== undefined) console.log(`the examples are not tested: ${whyNoSandbox}`);

/** The namespace of the test that runs. */
export interface TestSandbox {
  /** Path of the namespace, as `nsenter --net` takes it. */
  readonly path: string;
  /** Runs a shell command in it, and returns its output. */
  sh(command: string): string;
  /** Starts an example in it. */
  run(name: string, ...args: string[]): Running;
}

/** Opens a namespace before each test, prepares it by a shell command, and closes it afterwards. */
export function useSandbox(prepare: string): TestSandbox {
  let sandbox: Sandbox;
  const path = () => sandbox.namespace.path;
  beforeEach(async () => {
    sandbox = await openSandbox();
    sandbox.run(prepare);
  });
  afterEach(() => sandbox?.close());
  return {
    get path() {
      return path();
    },
    sh: (command) => sandbox.run(command),
    run: (name, ...args) => start(["nsenter", `--net=${path()}`, process.execPath], name, args),
  };
}
