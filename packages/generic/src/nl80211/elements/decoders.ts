import type { WifiElements } from "./elements.js";
import { readCountry, readLoad, readRates, readTim } from "./network.js";
import { readHtOperation, readVhtOperation } from "./operation.js";
import type { ElementReader } from "./reader.js";
import { readRsn } from "./rsn.js";
import { ssidText } from "./ssid.js";

/** Members that elements are decoded to. */
type Decoded = Partial<Omit<WifiElements, "bytes" | "elements">>;

/** Reads an element; what is too short to be read is left out. */
type Decoder = (reader: ElementReader, so: Decoded) => Decoded;

const wrap =
  <K extends keyof Decoded>(key: K, read: (reader: ElementReader) => Decoded[K]): Decoder =>
  (reader) => {
    const value = read(reader);
    return value === undefined ? {} : ({ [key]: value } as Decoded);
  };

const bytes = (key: "htCapability" | "vhtCapability" | "heCapability" | "ehtCapability" | "extCapability") =>
  wrap(key, (reader) => reader.bytes);

const rates: Decoder = (reader, { rates: before = [] }) => ({ rates: [...before, ...readRates(reader)] });

/** OUI and type of the elements of vendors that are read. */
const WPA = 0x0050f201;
const WMM = 0x0050f202;
const WPS = 0x0050f204;
const P2P = 0x506f9a09;
const OWE = 0x506f9a1c;

const vendor: Decoder = (reader, { vendor: before = [] }) => {
  const suite = reader.suite();
  if (suite === undefined) return {};
  const data = reader.bytes.subarray(4);
  const oui = Array.from(reader.bytes.subarray(0, 3), (byte) => byte.toString(16).padStart(2, "0")).join(":");
  const known: Decoded = { vendor: [...before, { oui, type: suite & 0xff, bytes: data }] };
  if (suite === WPA) return { ...known, ...wrap("wpa", readRsn)(reader, {}) };
  if (suite === WMM) return { ...known, wmm: true };
  if (suite === WPS) return { ...known, wps: true };
  if (suite === P2P) return { ...known, p2p: true };
  return suite === OWE ? { ...known, oweTransition: true } : known;
};

/** Elements by id (IEEE 802.11). */
export const decoders: Readonly<Record<number, Decoder>> = {
  0: wrap("ssid", (reader) => ssidText(reader.bytes)),
  1: rates,
  3: wrap("channel", (reader) => reader.u8()),
  5: wrap("tim", readTim),
  7: wrap("country", readCountry),
  11: wrap("load", readLoad),
  32: wrap("powerConstraint", (reader) => reader.u8()),
  42: wrap("erp", (reader) => reader.u8()),
  45: bytes("htCapability"),
  48: wrap("rsn", readRsn),
  50: rates,
  54: wrap("mobilityDomain", (reader) => reader.u16()),
  61: wrap("htOperation", readHtOperation),
  114: wrap("meshId", (reader) => ssidText(reader.bytes)),
  127: bytes("extCapability"),
  191: bytes("vhtCapability"),
  192: wrap("vhtOperation", readVhtOperation),
  221: vendor,
};

/** Elements whose id is 255, by their further id. */
export const extendedDecoders: Readonly<Record<number, Decoder>> = {
  35: bytes("heCapability"),
  108: bytes("ehtCapability"),
};
