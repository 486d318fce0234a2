//  What iw prints, as far as tests compare it.

const number = (text: string, pattern: RegExp) => {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
};
const word = (text: string, pattern: RegExp) => pattern.exec(text)?.[1];

/** Splits a text into parts that begin with a line. */
const parts = (text: string, first: RegExp): string[] => text.split(first).slice(1);

/** Interfaces, as `iw dev` prints them. */
export const iwInterfaces = (text: string) =>
  parts(text, /^\tInterface /m)
    .map((part) => ({
      ifname: word(part, /^(\S+)/),
      ifindex: number(part, /ifindex (\d+)/),
      wdev: BigInt(word(part, /wdev (0x[\da-f]+)/) ?? 0),
      mac: word(part, /addr (\S+)/),
      ssid: word(part, /ssid (.*)/),
      iftype: word(part, /type (\S+)/)?.toLowerCase(),
      wiphyFreq: number(part, /channel \d+ \((\d+) MHz\)/),
      power: number(part, /txpower ([\d.]+) dBm/),
    }))
    .sort((a, b) => a.ifindex! - b.ifindex!);

/** Phys, as `iw phy` prints them. */
export const iwPhys = (text: string) =>
  parts(text, /^Wiphy /m).map((part) => ({
    wiphyName: word(part, /^(\S+)/),
    wiphy: number(part, /wiphy index: (\d+)/),
    maxNumScanSsids: number(part, /max # scan SSIDs: (\d+)/),
    maxScanIeLen: number(part, /max scan IEs length: (\d+) bytes/),
    wiphyRetryShort: number(part, /Retry short limit: (\d+)/),
    iftypes: [
      ...(/Supported interface modes:\n((?:\t\t \* .*\n)*)/.exec(part)?.[1] ?? "").matchAll(/\* (.*)/g),
    ]
      .map(([, name]) => name!)
      .sort(),
    frequencies: [...part.matchAll(/\* (\d+)(?:\.\d+)? MHz \[\d+\]([^\n]*)/g)].map(([, freq, rest]) => ({
      freq: Number(freq),
      disabled: rest!.includes("disabled"),
    })),
    commands: [...(/Supported commands:\n((?:\t\t \* .*\n)*)/.exec(part)?.[1] ?? "").matchAll(/\* (.*)/g)]
      .map(([, name]) => name!)
      .filter((name) => !name.startsWith("Unknown"))
      .sort(),
  }));

/** Networks, as `iw dev DEV scan dump` prints them. */
export const iwNetworks = (text: string) =>
  parts(text, /^BSS /m)
    .map((part) => ({
      bssid: word(part, /^([\da-f:]{17})/),
      frequency: number(part, /freq: (\d+)/),
      signal: number(part, /signal: (-?[\d.]+) dBm/),
      beaconInterval: number(part, /beacon interval: (\d+) TUs/),
      ssid: word(part, /SSID: (.*)/),
      akm: word(part, /Authentication suites: (.*)/),
      pairwise: word(part, /Pairwise ciphers: (.*)/),
      channel: number(part, /DS Parameter set: channel (\d+)/),
      primary: number(part, /primary channel: (\d+)/),
      status: word(part, /-- (\S+)/),
    }))
    .sort((a, b) => (a.bssid! < b.bssid! ? -1 : 1));

/** Stations, as `iw dev DEV station dump` prints them. */
export const iwStations = (text: string) =>
  parts(text, /^Station /m).map((part) => ({
    mac: word(part, /^(\S+)/),
    link: word(part, /\(on (\S+)\)/),
    signal: number(part, /signal:\s+(-?\d+)/),
    authorized: word(part, /authorized:\s+(\S+)/) === "yes",
    associated: word(part, /associated:\s+(\S+)/) === "yes",
    txBitrate: number(part, /tx bitrate:\s+([\d.]+) MBit/),
    dtimPeriod: number(part, /DTIM period:\s*(\d+)/),
  }));

/** Channels, as `iw dev DEV survey dump` prints them. */
export const iwSurveys = (text: string) =>
  parts(text, /^Survey data from /m).map((part) => ({
    frequency: number(part, /frequency:\s+(\d+) MHz/),
    inUse: /\[in use\]/.test(part),
    noise: number(part, /noise:\s+(-?\d+) dBm/),
  }));

/** Regulatory domains, as `iw reg get` prints them. */
export const iwRegulatories = (text: string) =>
  parts(text, /^(?=country )/m).map((part) => ({
    regAlpha2: word(part, /^country (\S+):/),
    rules: [...part.matchAll(/\((\d+) - (\d+) @ (\d+)\), \((?:N\/A|\d+), (\d+)\)/g)].map((match) =>
      match.slice(1).map(Number),
    ),
  }));

/** Our names of what `iw event` prints. */
const EVENTS: readonly (readonly [RegExp, string])[] = [
  [/^scan started/, "triggerScan"],
  [/^scan finished/, "newScanResults"],
  [/^scan aborted/, "scanAborted"],
  [/^new station/, "newStation"],
  [/^del station/, "delStation"],
  [/^auth/, "authenticate"],
  [/^assoc/, "associate"],
  [/^deauth/, "deauthenticate"],
  [/^(failed to )?connect/, "connect"],
  [/^disconnected/, "disconnect"],
];

/** The names of events that tests compare. */
export const EVENT_NAMES: readonly string[] = EVENTS.map(([, name]) => name);

/** Events, as `iw event` prints them, by our names. */
export const iwEvents = (text: string): string[] =>
  text.split("\n").flatMap((line) => {
    const what = /^\S+(?: \(phy #\d+\))?: (.*)/.exec(line)?.[1] ?? "";
    return EVENTS.filter(([pattern]) => pattern.test(what)).map(([, name]) => name);
  });
