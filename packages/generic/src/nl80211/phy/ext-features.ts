import { wifiExtFeature } from "./ext-feature.js";

/** Name of a further feature of a phy. */
export type WifiExtFeatureName = keyof (typeof wifiExtFeature)["values"];

/**
 * Returns the names of the further features of a phy.
 *
 * @example
 * wifiExtFeatureNames(phy.extFeatures).includes("scanRandomSn");
 */
export function wifiExtFeatureNames(bits: Uint8Array = new Uint8Array()): WifiExtFeatureName[] {
  const has = (bit: number) => ((bits[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  const all = Object.entries(wifiExtFeature.values) as [WifiExtFeatureName, number][];
  return all.filter(([, bit]) => has(bit)).map(([name]) => name);
}
