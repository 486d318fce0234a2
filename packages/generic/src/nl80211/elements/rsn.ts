import { wifiAkm, wifiCipher } from "../connect/suites.js";
import { defined, type ElementReader } from "./reader.js";

/** Security of a network: of WPA2 and WPA3 in the element RSN, of WPA in that of a vendor. */
export interface WifiRsn {
  /** Version of the element, 1. */
  version: number;
  /** Cipher towards all; see {@link wifiCipher}. */
  group?: WifiCipherName;
  /** Ciphers towards a station. */
  pairwise?: WifiCipherName[];
  /** Key managements; see {@link wifiAkm}. */
  akm?: WifiAkmName[];
  /** Capabilities, as the standard encodes them. */
  capabilities?: number;
  /** Protection of management frames. */
  mfp?: "no" | "optional" | "required";
  /** Ids of cached keys. */
  pmkids?: Uint8Array[];
  /** Cipher of management frames towards all. */
  groupManagement?: WifiCipherName;
}

/** Name of a cipher, or the number of an unknown one. */
export type WifiCipherName = keyof (typeof wifiCipher)["values"] | number;
/** Name of a key management, or the number of an unknown one. */
export type WifiAkmName = keyof (typeof wifiAkm)["values"] | number;

/** OUIs of the standard, and of WPA, which numbers its first suites alike. */
const STANDARD = 0x000fac;
const WPA = 0x0050f2;

const MFP_REQUIRED = 0x40;
const MFP_CAPABLE = 0x80;

/** Returns the name of a suite. */
function nameOf<N extends string>(values: Readonly<Record<N, number>>, suite: number): N | number {
  const standard = suite >>> 8 === WPA ? ((STANDARD << 8) | (suite & 0xff)) >>> 0 : suite;
  const found = Object.entries<number>(values).find(([, number]) => number === standard);
  return (found?.[0] as N | undefined) ?? suite;
}

function suites<N extends string>(
  reader: ElementReader,
  values: Readonly<Record<N, number>>,
): (N | number)[] | undefined {
  const count = reader.u16();
  if (count === undefined) return undefined;
  const found: (N | number)[] = [];
  for (let left = Math.min(count, reader.left >> 2); left > 0; left--)
    found.push(nameOf(values, reader.suite()!));
  return found;
}

function mfpOf(capabilities: number | undefined): WifiRsn["mfp"] {
  if (capabilities === undefined) return undefined;
  if (capabilities & MFP_REQUIRED) return "required";
  return capabilities & MFP_CAPABLE ? "optional" : "no";
}

function pmkidsOf(reader: ElementReader): Uint8Array[] | undefined {
  const count = reader.u16();
  if (!count) return undefined;
  const found: Uint8Array[] = [];
  for (let left = Math.min(count, reader.left >> 4); left > 0; left--) found.push(reader.take(16)!);
  return found;
}

/** Reads the security of a network; what is left out at the end is absent. */
export function readRsn(reader: ElementReader): WifiRsn | undefined {
  const version = reader.u16();
  if (version === undefined) return undefined;
  const group = reader.suite();
  const pairwise = suites(reader, wifiCipher.values);
  const akm = suites(reader, wifiAkm.values);
  const capabilities = reader.u16();
  const pmkids = pmkidsOf(reader);
  const groupManagement = reader.suite();
  return defined<WifiRsn>({
    version,
    group: group === undefined ? undefined : nameOf(wifiCipher.values, group),
    pairwise,
    akm,
    capabilities,
    mfp: mfpOf(capabilities),
    pmkids,
    groupManagement: groupManagement === undefined ? undefined : nameOf(wifiCipher.values, groupManagement),
  });
}
