import { readFileSync } from "node:fs";
import {
  type WireguardConfig,
  type WireguardPeerConfig,
  wireguardSecret,
} from "@rxnetlink/generic/wireguard";
import { UsageError } from "../../../input/usage-error.js";

/** Reads a key from a file; an empty one, such as `/dev/null`, removes the key. */
function keyIn(file: string) {
  const text = readFileSync(file, "utf8").trim();
  return text === "" ? null : wireguardSecret(text);
}

function numberOf(word: string): number {
  if (word === "off") return 0;
  if (!/^(\d+|0x[\da-f]+)$/i.test(word)) throw new UsageError(`${word} is neither off nor a number`);
  return Number(word);
}

type Reader<T> = (word: string) => T;

const DEVICE: Readonly<Record<string, Reader<WireguardConfig>>> = {
  "listen-port": (word) => ({ listenPort: numberOf(word) }),
  fwmark: (word) => ({ fwmark: numberOf(word) }),
  "private-key": (word) => ({ privateKey: keyIn(word) }),
};

/** Returns allowed IPs as typed; those with `+` and `-` in front are added and removed, others replace. */
function allowedipsOf(word: string): WireguardPeerConfig {
  const given = word.split(",").filter((it) => it !== "");
  const replaces = !given.some((it) => /^[+-]/.test(it));
  return { allowedips: given.map((it) => it.replace(/^\+/, "")), replaceAllowedips: replaces };
}

const PEER: Readonly<Record<string, Reader<WireguardPeerConfig>>> = {
  "preshared-key": (word) => ({ presharedKey: keyIn(word) }),
  endpoint: (word) => ({ endpoint: word }),
  "persistent-keepalive": (word) => ({ persistentKeepaliveInterval: numberOf(word) }),
  "allowed-ips": allowedipsOf,
};

/** Takes the next word. */
function taken(words: string[], after: string): string {
  const word = words.shift();
  if (word === undefined) throw new UsageError(`${after} needs a value`);
  return word;
}

function peerOf(words: string[]): WireguardPeerConfig {
  let peer: WireguardPeerConfig = { publicKey: taken(words, "peer") };
  while (words.length > 0 && words[0] !== "peer") {
    const name = taken(words, "peer");
    if (name === "remove") peer = { ...peer, removeMe: true };
    else if (PEER[name] === undefined)
      throw new UsageError(`${name} is none of remove, ${Object.keys(PEER).join(", ")}, peer`);
    else peer = { ...peer, ...PEER[name](taken(words, name)) };
  }
  return peer;
}

/** Returns the change that the words of `wg set` ask for. */
export function configOf(ifname: string, given: readonly string[]): WireguardConfig {
  const words = [...given];
  let config: WireguardConfig = { ifname };
  const peers: WireguardPeerConfig[] = [];
  while (words.length > 0) {
    const name = taken(words, "set");
    const reader = DEVICE[name];
    if (name === "peer") peers.push(peerOf(words));
    else if (reader === undefined)
      throw new UsageError(`${name} is none of ${Object.keys(DEVICE).join(", ")}, peer`);
    else config = { ...config, ...reader(taken(words, name)) };
  }
  return { ...config, peers };
}
