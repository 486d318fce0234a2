import { defined, type ElementReader } from "./reader.js";

/** A rate that a network announces. */
export interface WifiElementRate {
  /** Rate, in 100 kbit/s. */
  rate: number;
  /** Set if all have to support it. */
  basic: boolean;
}

/** What a network may use in its country. */
export interface WifiCountry {
  /** Country, by two letters. */
  code: string;
  /** Place: `" "` is anywhere, `"I"` indoors, `"O"` outdoors; at new networks a number, as a character. */
  environment: string;
  /** Channels. */
  channels: WifiCountryChannels[];
}

/** Channels that a country allows. */
export interface WifiCountryChannels {
  /** Number of the first channel. */
  first: number;
  /** Number of channels. */
  count: number;
  /** Largest power, in dBm. */
  maxPower: number;
}

/** Load of a network, as it announces it. */
export interface WifiLoad {
  /** Number of clients. */
  stations: number;
  /** Share of time that the channel is busy, 0 to 255. */
  utilization: number;
  /** Time that is left for new streams, in units of 32 µs per second. */
  capacity: number;
}

/** Map of traffic that waits for clients. */
export interface WifiTim {
  /** Beacons until the next delivery of multicast frames. */
  count: number;
  /** Beacons from one delivery to the next. */
  period: number;
}

const BASIC = 0x80;
/** Numbers from here on are memberships, not rates. */
const FIRST_SELECTOR = 122;

/** Reads rates; memberships, which look like rates, are left out. */
export function readRates({ bytes }: ElementReader): WifiElementRate[] {
  return Array.from(bytes)
    .filter((byte) => (byte & ~BASIC) < FIRST_SELECTOR)
    .map((byte) => ({ rate: (byte & ~BASIC) * 5, basic: (byte & BASIC) !== 0 }));
}

/** First number of an entry about operating classes, which has no channels. */
const OPERATING_CLASS = 201;

/** Reads what a network may use in its country. */
export function readCountry(reader: ElementReader): WifiCountry | undefined {
  const text = reader.take(3);
  if (text === undefined) return undefined;
  const channels: WifiCountryChannels[] = [];
  while (reader.left >= 3) {
    const [first, count, maxPower] = [reader.u8()!, reader.u8()!, reader.s8()!];
    if (first < OPERATING_CLASS) channels.push({ first, count, maxPower });
  }
  const [a, b, environment] = Array.from(text, (byte) => String.fromCharCode(byte));
  return { code: `${a}${b}`, environment: environment!, channels };
}

/** Reads the load of a network. */
export function readLoad(reader: ElementReader): WifiLoad | undefined {
  const [stations, utilization, capacity] = [reader.u16(), reader.u8(), reader.u16()];
  if (stations === undefined || utilization === undefined || capacity === undefined) return undefined;
  return { stations, utilization, capacity };
}

/** Reads the map of traffic. */
export function readTim(reader: ElementReader): WifiTim | undefined {
  const [count, period] = [reader.u8(), reader.u8()];
  return count === undefined || period === undefined ? undefined : defined<WifiTim>({ count, period });
}
