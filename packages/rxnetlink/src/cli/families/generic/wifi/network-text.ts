import {
  type WifiBss,
  type WifiElements,
  type WifiNetwork,
  wifiCapability,
  wifiChannelNumber,
} from "@rxnetlink/generic/nl80211";

/** Joins the parts that are present. */
export const words = (...parts: (string | number | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== "").join(" ");

/** Formats a number of dBm, from mBm. */
export const power = (mbm: number | undefined): string | undefined =>
  mbm === undefined ? undefined : `${(mbm / 100).toFixed(mbm % 100 === 0 ? 0 : 2)} dBm`;

/** Formats a name of a network. */
export const ssidText = (ssid: string | undefined): string =>
  ssid === undefined || /^(\\x00)*$/.test(ssid) ? "(hidden)" : JSON.stringify(ssid);

/** Formats a channel: its number and frequency. */
export function channelText(frequency: number | undefined): string | undefined {
  if (frequency === undefined) return undefined;
  const number = wifiChannelNumber(frequency);
  return number === undefined ? `${frequency} MHz` : `channel ${number} (${frequency} MHz)`;
}

/** Formats how a network is secured. */
function securityText({ capability = 0, informationElements }: WifiBss): string {
  const { rsn, wpa, oweTransition } = informationElements ?? ({} as Partial<WifiElements>);
  const ways = new Set<string>();
  for (const akm of rsn?.akm ?? []) ways.add(wayOf(String(akm)));
  if (wpa !== undefined) ways.add("WPA");
  if (ways.size > 0) return [...ways].join("/");
  if (wifiCapability.has(capability, "privacy")) return "WEP";
  return oweTransition ? "open (OWE)" : "open";
}

/** Returns what people call a key management. */
function wayOf(akm: string): string {
  if (/sae/i.test(akm)) return "WPA3";
  if (akm === "owe") return "OWE";
  if (/8021x|fils/i.test(akm)) return /SuiteB/.test(akm) ? "WPA3-EAP" : "WPA2-EAP";
  return /psk/i.test(akm) ? "WPA2" : akm;
}

/** Formats what standards a network follows. */
function standardText(elements: Partial<WifiElements> = {}): string {
  const { htCapability, vhtCapability, heCapability, ehtCapability } = elements;
  const all = { n: htCapability, ac: vhtCapability, ax: heCapability, be: ehtCapability };
  return Object.entries(all)
    .filter(([, capability]) => capability !== undefined)
    .map(([name]) => name)
    .join("/");
}

/** Formats a network as one line. */
export function networkText({ bss = {} }: WifiNetwork): string {
  const { bssid, frequency, signalMbm, signalUnspec, status, informationElements } = bss;
  const strength = power(signalMbm) ?? (signalUnspec === undefined ? "?" : `${signalUnspec} %`);
  return words(
    strength.padStart(7),
    bssid,
    (channelText(frequency) ?? "").replace("channel", "ch").replace(" MHz", ""),
    ssidText(informationElements?.ssid ?? informationElements?.meshId),
    securityText(bss),
    standardText(informationElements),
    status,
  );
}
