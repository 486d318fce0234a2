import { readFileSync } from "node:fs";
import { toJson } from "@rxnetlink/core";
import {
  generateKeyPair,
  generatePresharedKey,
  parseWireguardConfig,
  publicKeyOf,
  type WireguardDevice,
  wireguardConfigText,
  wireguardDeviceObject,
} from "@rxnetlink/generic/wireguard";
import { Command } from "commander";
import { concatMap, from, lastValueFrom, toArray } from "rxjs";
import { wholeNumber } from "../../../input/numbers.js";
import { print, shown } from "../../../output.js";
import type { CommonOptions } from "../../../session.js";
import { lineFor } from "../../../text/width.js";
import { configOf } from "./set-words.js";
import { deviceLines } from "./show-text.js";
import { watch } from "./watch.js";
import { withWireguard } from "./with-wireguard.js";

interface ShowOptions extends CommonOptions {
  readonly secrets?: boolean;
}

/** Returns a device for JSON, without its keys. */
function withoutSecrets({ privateKey: _, peers, ...device }: WireguardDevice): WireguardDevice {
  if (peers === undefined) return device;
  return { ...device, peers: peers.map(({ presharedKey: __, ...peer }) => peer) };
}

function show(ifname: string | undefined, { netns, json, secrets = false }: ShowOptions): Promise<void> {
  return withWireguard("request", netns, async (wg) => {
    // A device that does not exist is an error, a list without one is not.
    const device$ = ifname === undefined ? wg.device.list$() : wg.device.get$({ ifname });
    const devices = await lastValueFrom(device$.pipe(toArray()));
    const visible = secrets ? devices : devices.map(withoutSecrets);
    if (json) return shown(print(JSON.stringify(visible.map((it) => toJson(wireguardDeviceObject, it)))));
    const lines = devices.flatMap((device, i) => [...(i === 0 ? [] : [""]), ...deviceLines(device, secrets)]);
    return shown(from(lines).pipe(concatMap((line) => print(lineFor(process.stdout, line)))));
  });
}

function showConfig(ifname: string, { netns }: CommonOptions): Promise<void> {
  return withWireguard("request", netns, async (wg) => {
    const device = await lastValueFrom(wg.device.get$({ ifname }));
    await shown(print(wireguardConfigText(device).trimEnd()));
  });
}

function set(ifname: string, words: readonly string[], { netns }: CommonOptions): Promise<void> {
  const config = configOf(ifname, words);
  return withWireguard("request", netns, async (wg) => {
    for (const { allowedip, from: loser, to } of await lastValueFrom(wg.moves$(config)))
      console.error(`rxnl: ${allowedip} moves from ${loser} to ${to}`);
    await lastValueFrom(wg.configure$(config));
  });
}

/** Descriptor of standard input, which has no path where it is a socket. */
const STDIN = 0;

const fileText = (file: string) => readFileSync(file === "-" ? STDIN : file, "utf8");

/** Applies a file as a whole, or its differences only. */
function apply(
  verb: "configure" | "sync",
  ifname: string,
  file: string,
  options: CommonOptions,
): Promise<void> {
  const config = { ...parseWireguardConfig(fileText(file)).config, ifname };
  return withWireguard("request", options.netns, async (wg) => {
    if (verb === "configure") return void (await lastValueFrom(wg.configure$(config)));
    const synced = await lastValueFrom(wg.sync$(config));
    if (options.json) return shown(print(JSON.stringify(synced)));
  });
}

const SHOW_HELP = `
Keys are hidden, and left out of JSON, unless --secrets is given.`;

function addKeyCommands(command: Command): void {
  command
    .command("genkey")
    .description("print a new private key")
    .action(() => shown(print(generateKeyPair().privateKey.reveal())));
  command
    .command("genpsk")
    .description("print a new preshared key")
    .action(() => shown(print(generatePresharedKey().reveal())));
  command
    .command("pubkey")
    .description("read a private key from standard input, and print its public key")
    .action(() => shown(print(publicKeyOf(fileText("-").trim()))));
}

/** `rxnl wg`. */
export function wgCommand(): Command {
  const command = new Command("wg");
  command
    .command("show [device]", { isDefault: true })
    .description("print a device, or all, with peers")
    .option("--secrets", "print private and preshared keys")
    .addHelpText("after", SHOW_HELP)
    .action((ifname: string | undefined, _: unknown, self: Command) => show(ifname, self.optsWithGlobals()));
  command
    .command("showconf <device>")
    .description("print a device as a file, with its keys")
    .action((ifname: string, _: unknown, self: Command) => showConfig(ifname, self.optsWithGlobals()));
  command
    .command("set <device> [words...]")
    .description("change a device, in the words of wg set")
    .action((ifname: string, words: string[], _: unknown, self: Command) =>
      set(ifname, words, self.optsWithGlobals()),
    );
  command
    .command("setconf <device> <file>")
    .description("replace all peers of a device by those of a file, or of - for standard input")
    .action((ifname: string, file: string, _: unknown, self: Command) =>
      apply("configure", ifname, file, self.optsWithGlobals()),
    );
  command
    .command("syncconf <device> <file>")
    .description("apply what differs between a device and a file, without interrupting other peers")
    .action((ifname: string, file: string, _: unknown, self: Command) =>
      apply("sync", ifname, file, self.optsWithGlobals()),
    );
  command
    .command("watch [device]")
    .description("print peers that come, go, move, shake hands and send until Ctrl-C")
    .option("--every <ms>", "time between two looks (default: 2000)", wholeNumber)
    .action((ifname: string | undefined, _: unknown, self: Command) => watch(ifname, self.optsWithGlobals()));
  addKeyCommands(command);
  return command;
}
