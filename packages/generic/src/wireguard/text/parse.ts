import { ArgumentError, EncodeError } from "@rxnetlink/core";
import type { WireguardConfig, WireguardPeerConfig } from "../configure/config.js";
import { canonicalAllowedip } from "../device/allowedip.js";
import { wireguardSecret } from "../keys/secret.js";
import { isKey } from "../keys/text.js";
import { type ConfigLine, type ConfigSection, lineError, sectionsOf } from "./lines.js";

/** Lines of `wg-quick` in a file, by their keys; one that stands several times has several values. */
export interface WgQuick {
  /** Addresses of the link, with the lengths of their prefixes. */
  readonly address?: readonly string[];
  /** Servers and search domains. */
  readonly dns?: readonly string[];
  /** Largest packet in bytes. */
  readonly mtu?: readonly string[];
  /** Table for routes, `"off"` or `"auto"`. */
  readonly table?: readonly string[];
  /** Commands before the link comes up. */
  readonly preup?: readonly string[];
  /** Commands after the link came up. */
  readonly postup?: readonly string[];
  /** Commands before the link goes down. */
  readonly predown?: readonly string[];
  /** Commands after the link went down. */
  readonly postdown?: readonly string[];
  /** `"true"` if the file is overwritten when the link goes down. */
  readonly saveconfig?: readonly string[];
}

/** A file of `wg` or `wg-quick`. */
export interface WireguardConfigFile {
  /** The device, as a request: its peers replace others, and their allowed IPs too. Add `ifname`. */
  readonly config: WireguardConfig & { readonly peers: readonly WireguardPeerConfig[] };
  /** Lines that only `wg-quick` knows. */
  readonly quick: WgQuick;
}

const QUICK = ["address", "dns", "mtu", "table", "preup", "postup", "predown", "postdown", "saveconfig"];
const LISTS = ["address", "dns"];

/** Returns the member of a line of a section. */
type Reader = (value: string) => object;

const list = (value: string) =>
  value
    .split(",")
    .map((it) => it.trim())
    .filter((it) => it !== "");

/** Returns a number up to a limit; `off` is 0. */
function numberOf(value: string, most: number): number {
  if (value === "off") return 0;
  const number = /^(\d+|0x[\da-f]+)$/i.test(value) ? Number(value) : Number.NaN;
  if (!(number <= most)) throw new EncodeError(`is not off or a number up to ${most}`);
  return number;
}

const DEVICE: Readonly<Record<string, Reader>> = {
  privatekey: (value) => ({ privateKey: wireguardSecret(value) }),
  listenport: (value) => ({ listenPort: numberOf(value, 0xffff) }),
  fwmark: (value) => ({ fwmark: numberOf(value, 0xffff_ffff) }),
};

const PEER: Readonly<Record<string, Reader>> = {
  publickey(value) {
    if (!isKey(value)) throw new EncodeError("is no public key: 44 characters of base64");
    return { publicKey: value };
  },
  presharedkey: (value) => ({ presharedKey: wireguardSecret(value) }),
  endpoint: (value) => ({ endpoint: value }),
  persistentkeepalive: (value) => ({ persistentKeepaliveInterval: numberOf(value, 0xffff) }),
  allowedips: (value) => ({ allowedips: list(value).map(canonicalAllowedip) }),
};

function read(reader: Reader | undefined, { number, key, value }: ConfigLine): object {
  if (reader === undefined) throw lineError(number, `${key} is not known in this section`);
  try {
    return reader(value);
  } catch (error) {
    throw error instanceof EncodeError ? lineError(number, `${key} ${error.reason}`, error.hint) : error;
  }
}

function peerOf({ lines }: ConfigSection): WireguardPeerConfig {
  let peer: WireguardPeerConfig = { replaceAllowedips: true, allowedips: [] };
  for (const line of lines) {
    const { allowedips = [] } = peer;
    const more = read(PEER[line.key], line) as WireguardPeerConfig;
    peer = { ...peer, ...more, allowedips: [...allowedips, ...(more.allowedips ?? [])] };
  }
  return peer;
}

/**
 * Reads a file as `wg setconf` and `wg-quick` do: `[Interface]` and `[Peer]`. Names of hosts are kept as they are: look them up
 * before the endpoints are used.
 *
 * @throws ArgumentError with the number of the line, without what it holds.
 *
 * @example
 * const { config, quick } = parseWireguardConfig(readFileSync("/etc/wireguard/wg0.conf", "utf8"));
 * wg.configure$({ ...config, ifname: "wg0" });
 */
export function parseWireguardConfig(text: string): WireguardConfigFile {
  if (typeof text !== "string") throw new ArgumentError("parseWireguardConfig", "text", "is not text");
  let device: WireguardConfig = {};
  const quick: Record<string, string[]> = {};
  const peers: WireguardPeerConfig[] = [];
  for (const section of sectionsOf(text)) {
    if (section.name === "peer") peers.push(peerOf(section));
    else
      for (const line of section.lines) {
        const { key, value } = line;
        if (!QUICK.includes(key)) device = { ...device, ...read(DEVICE[key], line) };
        else quick[key] = [...(quick[key] ?? []), ...(LISTS.includes(key) ? list(value) : [value])];
      }
  }
  return { config: { ...device, replacePeers: true, peers }, quick };
}
