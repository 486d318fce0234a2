import { toJson } from "@rxnetlink/core";
import {
  type Nl80211,
  type WifiInterface,
  type WifiPhy,
  type WifiRegRule,
  type WifiRegulatory,
  type WifiStation,
  type WifiSurvey,
  wifiBitrate,
  wifiMessage,
  wifiRegRuleFlags,
} from "@rxnetlink/generic/nl80211";
import { EMPTY, type Observable } from "rxjs";
import { channelText, networkText, power, ssidText, words } from "./network-text.js";

/** Something that is listed. */
export interface Listed {
  readonly description: string;
  /** True if a link can be named. */
  readonly byLink?: true;
  /** True if the rows come after a notification, which a transport without a thread would wait for in vain. */
  readonly awaited?: true;
  /** Emits the rows, of one link if it is named. */
  rows$(wifi: Nl80211, of: { readonly ifindex?: string }): Observable<object>;
  /** Formats a row as lines. */
  text(row: never): string;
}

/** Converts a row to JSON. */
export const rowJson = (row: object): unknown => toJson(wifiMessage, row);

function interfaceText(row: WifiInterface): string {
  const { ifindex, ifname, wdev, wiphy, iftype, ssid, mac, wiphyFreq, channelWidth } = row;
  return words(
    ifindex === undefined ? `wdev ${wdev}:` : `${ifindex}: ${ifname}`,
    `phy ${wiphy}`,
    iftype,
    mac,
    ssid === undefined ? undefined : ssidText(ssid),
    channelText(wiphyFreq),
    channelWidth === undefined ? undefined : `width ${String(channelWidth).replace("Noht", "")}`,
    power(row.wiphyTxPowerLevel),
  );
}

const BANDS = { "2ghz": "2.4 GHz", "5ghz": "5 GHz", "6ghz": "6 GHz", "60ghz": "60 GHz" } as const;

function phyText({ wiphy, wiphyName, wiphyBands = {}, supportedIftypes = {} }: WifiPhy): string {
  const bands = Object.entries(BANDS).flatMap(([name, label]) => {
    const freqs = wiphyBands[name as keyof typeof BANDS]?.freqs ?? [];
    const usable = freqs.filter(({ disabled }) => !disabled).length;
    return freqs.length === 0 ? [] : [`    ${label}: ${freqs.length} channels, ${usable} of them usable`];
  });
  return [
    `${wiphy}: ${wiphyName}`,
    ...bands,
    `    types ${Object.keys(supportedIftypes)
      .filter((name) => name !== "unknown")
      .join(" ")}`,
  ].join("\n");
}

/** Formats an amount of data: `70.5 kB`. */
function amount(bytes: bigint | number = 0): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let [left, unit] = [Number(bytes), 0];
  for (; left >= 1000 && unit < units.length - 1; unit++) left /= 1000;
  return `${unit === 0 ? left : left.toFixed(1)} ${units[unit]}`;
}

/** Formats an amount of data and its rate, as far as it is known. */
const transfer = (bytes: bigint | number | undefined, rate: number | undefined) =>
  words(amount(bytes), rate === undefined ? undefined : `(${rate / 1e6} Mbit/s)`);

function stationText({ ifindex, mac, staInfo = {} }: WifiStation): string {
  const { signal, rxBytes64, txBytes64, rxBytes, txBytes } = staInfo;
  return words(
    `${mac} link ${ifindex}`,
    signal === undefined ? undefined : `${signal} dBm`,
    `rx ${transfer(rxBytes64 ?? rxBytes, wifiBitrate(staInfo.rxBitrate))}`,
    `tx ${transfer(txBytes64 ?? txBytes, wifiBitrate(staInfo.txBitrate))}`,
  );
}

function surveyText({ ifindex, surveyInfo = {} }: WifiSurvey): string {
  const { frequency, noise, inUse, time, timeBusy } = surveyInfo;
  return words(
    `link ${ifindex}`,
    channelText(frequency),
    inUse ? "in use" : undefined,
    noise === undefined ? undefined : `noise ${noise} dBm`,
    time === undefined ? undefined : `active ${time} ms`,
    timeBusy === undefined ? undefined : `busy ${timeBusy} ms`,
  );
}

function ruleText(rule: WifiRegRule): string {
  const { freqRangeStart = 0, freqRangeEnd = 0, freqRangeMaxBw = 0, powerRuleMaxEirp } = rule;
  return words(
    `    ${freqRangeStart / 1000} - ${freqRangeEnd / 1000} MHz, width ${freqRangeMaxBw / 1000}`,
    power(powerRuleMaxEirp),
    wifiRegRuleFlags
      .names(rule.regRuleFlags ?? 0)
      .filter((name) => name !== "noIbss")
      .join(" "),
  );
}

function regText({ wiphy, regAlpha2, dfsRegion, regRules = [] }: WifiRegulatory): string {
  const whose = wiphy === undefined ? "common" : `phy ${wiphy}`;
  const radar = dfsRegion === undefined || dfsRegion === "unset" ? "" : ` (${dfsRegion})`;
  return [`${whose}: ${regAlpha2}${radar}`, ...regRules.map(ruleText)].join("\n");
}

/** What is listed, by name. */
export const LISTED: Readonly<Record<string, Listed>> = {
  dev: { description: "interfaces", rows$: (wifi) => wifi.interface.list$(), text: interfaceText },
  phy: { description: "phys", rows$: (wifi) => wifi.phy.list$(), text: phyText },
  scan: {
    description: "the networks that a new scan finds",
    byLink: true,
    awaited: true,
    rows$: (wifi, { ifindex }) => (ifindex === undefined ? EMPTY : wifi.scan$({ ifindex })),
    text: networkText,
  },
  network: {
    description: "the networks that recent scans found",
    byLink: true,
    rows$: (wifi, of) => wifi.network.list$(of),
    text: networkText,
  },
  station: {
    description: "stations",
    byLink: true,
    rows$: (wifi, of) => wifi.station.list$(of),
    text: stationText,
  },
  survey: {
    description: "the use of channels",
    byLink: true,
    rows$: (wifi, of) => wifi.survey.list$(of),
    text: surveyText,
  },
  reg: { description: "regulatory domains", rows$: (wifi) => wifi.regulatory.list$(), text: regText },
};
