import { kernelTransport } from "@rxnetlink/transport";
import { type ServedPage, servePage } from "@rxnetlink/web";
import { Command } from "commander";
import { lastValueFrom, NEVER } from "rxjs";
import { wholeNumber } from "../../input/numbers.js";
import { UsageError } from "../../input/usage-error.js";
import { untilInterrupted } from "../../live.js";
import type { CommonOptions } from "../../session.js";
import { places$ } from "./places.js";

interface WebOptions extends CommonOptions {
  readonly port?: number;
  readonly allNamespaces?: boolean;
  readonly open: boolean;
  readonly record?: string;
  readonly replay?: string;
}

/** Prints the address, opens it in a browser, and waits until interrupted. */
async function show(page: ServedPage, { json, open }: WebOptions): Promise<void> {
  console.log(json === true ? JSON.stringify({ url: page.url }) : page.url);
  if (open && process.stdout.isTTY) {
    const { default: openInBrowser } = await import("open");
    // There may be no browser here: the address is printed anyway.
    await openInBrowser(page.url).catch(() => {});
  }
  try {
    await lastValueFrom(untilInterrupted(NEVER), { defaultValue: undefined });
  } finally {
    await page.close();
  }
}

/** Shows the kernel's namespaces. */
async function live(options: WebOptions): Promise<void> {
  const { netns, allNamespaces = false, record, port } = options;
  const kernel = kernelTransport();
  const { recordTo } = await import("@rxnetlink/testing");
  const transport = record === undefined ? kernel : recordTo(record, kernel);
  try {
    const shown$ = places$(kernel, netns, allNamespaces);
    await show(await servePage({ transport, places$: shown$, ...(port !== undefined && { port }) }), options);
  } finally {
    await transport.close();
  }
}

async function web(options: WebOptions): Promise<void> {
  const { replay, record, netns, allNamespaces } = options;
  if (replay === undefined) return live(options);
  if (record !== undefined || netns !== undefined || allNamespaces === true)
    throw new UsageError("--replay shows what is recorded: it goes with --port and --no-open only");
  const { serveRecording } = await import("./replayed.js");
  await show(await serveRecording(replay, options.port), options);
}

/** `rxnl web`. */
export const webCommand = (): Command =>
  new Command("web")
    .option("--port <number>", "port on loopback; by default a free one", wholeNumber)
    .option("--all-namespaces", "show all namespaces that have a name or a process, as they come and go")
    .option("--no-open", "only print the address, and open no browser")
    .option("--record <file>", "record what is shown into a file")
    .option("--replay <file>", "show what was recorded, on any platform")
    .addHelpText("after", "\nSeveral namespaces are separated by commas: --netns red,blue")
    .action((_: unknown, self: Command) => web(self.optsWithGlobals()));
