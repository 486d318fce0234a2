import { defineObject, type ObjectOf } from "@rxnetlink/core";
import { attributes, binary, type Infer, nest, readOnly, u8, u32 } from "@rxnetlink/core/schema";
import { ETHTOOL_MSG_MODULE_EEPROM_GET } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { common } from "../common/objects.js";

/** Attributes of a module's memory (`ETHTOOL_A_MODULE_EEPROM_*`). */
const moduleEepromAttributes = attributes("module-eeprom", "ETHTOOL_A_MODULE_EEPROM_", {
  /** The link. */
  header: [1, header],
  /** First byte, below 256; 0 by default. Write-only. */
  offset: [2, u32],
  /** Number of bytes, at most 128, within one half of a page; 128 by default. Write-only. */
  length: [3, u32],
  /** Page; 0 by default. Write-only. */
  page: [4, u8],
  /** Bank of the page; 0 by default. Write-only. */
  bank: [5, u8],
  /** I2C address, 0x50 by default; 0x51 for the diagnostics of SFP. Write-only. */
  i2cAddress: [6, u8],
  /** The bytes. Read-only. */
  data: [7, readOnly(binary)],
});

/** Layout of `ETHTOOL_MSG_MODULE_EEPROM_*`. */
export const moduleEepromMessage = ofLink("module-eeprom", moduleEepromAttributes);
/** A part of the memory of the transceiver module in a link's port. */
export interface ModuleEeprom extends Infer<typeof moduleEepromMessage> {}

const DEFAULTS = { offset: 0, length: 128, page: 0, bank: 0, i2cAddress: 0x50 };

/** Messages of a module's memory (`ETHTOOL_MSG_MODULE_EEPROM_*`). */
export const moduleEepromObject = defineObject({
  ...common<ModuleEeprom>(["offset", "length", "page", "bank", "i2cAddress"]),
  name: "moduleEeprom",
  layout: nest<ModuleEeprom>(moduleEepromMessage),
  types: { get: ETHTOOL_MSG_MODULE_EEPROM_GET },
  groups: [],
  verbs: ["get"],
  complete: (value) => ({ ...DEFAULTS, ...value }),
});

/**
 * Verbs of the memory of modules; see {@link ModuleEeprom}. Since 5.13; needs `CAP_NET_ADMIN`.
 *
 * @example
 * et.moduleEeprom.get$({ devName: "eth0", page: 1, offset: 128, length: 16 });
 */
export interface ModuleEeproms extends ObjectOf<typeof moduleEepromObject> {}
