import type { ElementReader } from "./reader.js";

/** Channel of a network of 802.11n. */
export interface WifiHtOperation {
  /** Number of the primary channel. */
  primaryChannel: number;
  /** Place of the second half of a channel of 40 MHz. */
  secondaryChannel: "none" | "above" | "below";
}

/** Channel of a network of 802.11ac. */
export interface WifiVhtOperation {
  /** Width, in MHz: at most 40, 80, 160, or 80+80. */
  width: "40" | "80" | "160" | "80p80";
  /** Number of the channel at the centre. */
  centerChannel: number;
  /** Number of the channel at the centre of the second part, or of all at 160 MHz; 0 if there is none. */
  centerChannel2: number;
}

const SECONDARY = ["none", "above", "none", "below"] as const;
const WIDTHS = ["40", "80", "160", "80p80"] as const;

/** Reads the channel of a network of 802.11n. */
export function readHtOperation(reader: ElementReader): WifiHtOperation | undefined {
  const [primaryChannel, set] = [reader.u8(), reader.u8()];
  if (primaryChannel === undefined || set === undefined) return undefined;
  return { primaryChannel, secondaryChannel: SECONDARY[set & 3]! };
}

/** Reads the channel of a network of 802.11ac. */
export function readVhtOperation(reader: ElementReader): WifiVhtOperation | undefined {
  const [number, centerChannel, centerChannel2] = [reader.u8(), reader.u8(), reader.u8()];
  if (number === undefined || centerChannel === undefined || centerChannel2 === undefined) return undefined;
  return { width: widthOf(number, centerChannel, centerChannel2), centerChannel, centerChannel2 };
}

/** Returns the width: new networks say 1, and tell the rest by the second centre. */
function widthOf(number: number, center: number, center2: number): WifiVhtOperation["width"] {
  if (number !== 1 || center2 === 0) return WIDTHS[number] ?? "80";
  const distance = Math.abs(center2 - center);
  if (distance === 8) return "160";
  return distance > 16 ? "80p80" : "80";
}
