import {
  type AttributesOf,
  attributes,
  enumeration,
  fixed,
  flags,
  type Infer,
  message,
  nest,
  padding,
  readOnly,
  repeated,
  s32,
  s64,
  sharedAttributes,
  string,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import { sint } from "./sint.js";

/** Kinds of pins (`DPLL_PIN_TYPE_*`). */
export const dpllPinType = enumeration("DPLL_PIN_TYPE_", u32, {
  /** It stands for one of several others. */
  mux: 1,
  /** A socket. */
  ext: 2,
  /** The clock that a port of Ethernet receives. */
  synceEthPort: 3,
  /** An oscillator of the device. */
  intOscillator: 4,
  /** A receiver of satellites. */
  gnss: 5,
});

/** Directions of a pin (`DPLL_PIN_DIRECTION_*`). */
export const dpllPinDirection = enumeration("DPLL_PIN_DIRECTION_", u32, { input: 1, output: 2 });

/** States of a pin (`DPLL_PIN_STATE_*`). */
export const dpllPinState = enumeration("DPLL_PIN_STATE_", u32, {
  /** It is the input, or gives the clock. */
  connected: 1,
  disconnected: 2,
  /** It may be chosen. */
  selectable: 3,
});

/** States of the signal of a pin (`DPLL_PIN_OPERSTATE_*`). */
export const dpllPinOperstate = enumeration("DPLL_PIN_OPERSTATE_", u32, {
  /** It is in use. */
  active: 1,
  /** It could be used. */
  standby: 2,
  noSignal: 3,
  /** It is not good enough. */
  qualFailed: 4,
});

/** Settings of a pin that can be changed (`DPLL_PIN_CAPABILITIES_*`). */
export const dpllPinCapabilities = flags("DPLL_PIN_CAPABILITIES_", u32, {
  directionCanChange: 0x1,
  priorityCanChange: 0x2,
  stateCanChange: 0x4,
});

/** Frequencies in Hz that many pins have (`DPLL_PIN_FREQUENCY_*`). */
export const dpllPinFrequency = {
  /** A pulse each second. */
  hz1: 1n,
  khz10: 10_000n,
  khz77_5: 77_500n,
  mhz10: 10_000_000n,
} as const;

/** Number of units of a phase offset in a picosecond. */
export const DPLL_PHASE_OFFSET_DIVIDER = 1000;

/** Number of units of a measured frequency in a hertz. */
export const DPLL_PIN_MEASURED_FREQUENCY_DIVIDER = 1000;

const range = sharedAttributes({
  /** Lowest frequency, in Hz. */
  frequencyMin: [13, u64],
  /** Highest frequency, in Hz. */
  frequencyMax: [14, u64],
});

const rangeAttributes = attributes("frequency-range", "DPLL_A_PIN_", { ...range });
/** A range of frequencies. */
export interface DpllFrequencyRange extends AttributesOf<typeof range>, Infer<typeof rangeAttributes> {}

const parentDeviceAttributes = attributes("pin-parent-device", "DPLL_A_PIN_", {
  /** Id of the device. */
  parentId: [2, u32],
  /** Direction. */
  direction: [10, dpllPinDirection],
  /** Priority; the lowest is chosen. */
  prio: [15, u32],
  /** State. */
  state: [16, dpllPinState],
  /** Phase offset to the device, in thousandths of a picosecond; since 6.8. Read-only. */
  phaseOffset: [23, readOnly(s64)],
  /** Offset of the frequency in millionths; since 7.1. Read-only. */
  fractionalFrequencyOffset: [24, readOnly(sint)],
  /** Offset of the frequency in 1e-12; since 7.1. Read-only. */
  fractionalFrequencyOffsetPpt: [30, readOnly(sint)],
  /** State of its signal; since 7.1. Read-only. */
  operstate: [32, readOnly(dpllPinOperstate)],
});
/** A pin's relation to a device. */
export interface DpllPinParentDevice extends Infer<typeof parentDeviceAttributes> {}

const parentPinAttributes = attributes("pin-parent-pin", "DPLL_A_PIN_", {
  /** Id of the pin that stands for this one. */
  parentId: [2, u32],
  /** State. */
  state: [16, dpllPinState],
});
/** A pin's relation to one that stands for it. */
export interface DpllPinParentPin extends Infer<typeof parentPinAttributes> {}

const referenceSyncAttributes = attributes("reference-sync", "DPLL_A_PIN_", {
  /** Id of the other pin. */
  id: [1, u32],
  /** State. */
  state: [16, dpllPinState],
});
/** A pin that this one can form a pair with. */
export interface DpllReferenceSync extends Infer<typeof referenceSyncAttributes> {}

const ranges = readOnly(repeated(nest<DpllFrequencyRange>(rangeAttributes)));

const pinAttributes = attributes("pin", "DPLL_A_PIN_", {
  /** Id. */
  id: [1, u32],
  /** Name of the driver's module. */
  moduleName: [3, fixed(string)],
  /** Alignment. */
  pad: [4, padding],
  /** Id of the clock that it is of. */
  clockId: [5, fixed(u64)],
  /** Label on the board. */
  boardLabel: [6, fixed(string)],
  /** Label on the panel. */
  panelLabel: [7, fixed(string)],
  /** Label on the chip. */
  packageLabel: [8, fixed(string)],
  /** Kind. */
  type: [9, fixed(dpllPinType)],
  /** Direction. */
  direction: [10, dpllPinDirection],
  /** Frequency in Hz. */
  frequency: [11, u64],
  /** Frequencies that it can have. Read-only. */
  frequencySupported: [12, ranges],
  /** Priority; the lowest is chosen. */
  prio: [15, u32],
  /** State. */
  state: [16, dpllPinState],
  /** Settings that can be changed. Read-only. */
  capabilities: [17, readOnly(dpllPinCapabilities)],
  /** Devices that it is of. */
  parentDevice: [18, repeated(nest<DpllPinParentDevice>(parentDeviceAttributes))],
  /** Pins that stand for it. */
  parentPin: [19, repeated(nest<DpllPinParentPin>(parentPinAttributes))],
  /** Least that the phase can be moved, in picoseconds; since 6.8. Read-only. */
  phaseAdjustMin: [20, readOnly(s32)],
  /** Most that the phase can be moved, in picoseconds; since 6.8. Read-only. */
  phaseAdjustMax: [21, readOnly(s32)],
  /** Picoseconds by which the phase is moved; since 6.8. */
  phaseAdjust: [22, s32],
  /** Offset of the frequency that is received to that which is sent, in millionths; since 6.9. Read-only. */
  fractionalFrequencyOffset: [24, readOnly(sint)],
  /** Frequency in Hz of a pulse that is in the signal, if there is one; since 6.12. */
  esyncFrequency: [25, u64],
  /** Frequencies that the pulse can have; since 6.12. Read-only. */
  esyncFrequencySupported: [26, ranges],
  /** Length of the pulse in percent; since 6.12. Read-only. */
  esyncPulse: [27, readOnly(u32)],
  /** Pins that it can form a pair with; since 6.18. */
  referenceSync: [28, repeated(nest<DpllReferenceSync>(referenceSyncAttributes))],
  /** Picoseconds that the phase is moved by a multiple of; since 6.19. Read-only. */
  phaseAdjustGran: [29, readOnly(u32)],
  /** Offset of the frequency in 1e-12; since 7.0. Read-only. */
  fractionalFrequencyOffsetPpt: [30, readOnly(sint)],
  /** Frequency as measured, in thousandths of Hz; since 7.1. Read-only. */
  measuredFrequency: [31, readOnly(u64)],
});

/** Layout of `DPLL_CMD_PIN_*`. */
export const dpllPinMessage = message("dpllPin", genlmsghdr, pinAttributes);
/** A pin: where a clock comes in or goes out. */
export interface DpllPin extends Infer<typeof dpllPinMessage> {}
