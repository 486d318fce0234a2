import {
  type AttributesOf,
  attributes,
  enumeration,
  flags,
  flatArray,
  type Infer,
  message,
  nest,
  s32,
  sharedAttributes,
  string,
  u32,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../family/genlmsghdr.js";

/** Kinds of trip points (`THERMAL_TRIP_*`). */
export const thermalTripType = enumeration("THERMAL_TRIP_", u32, {
  /** Fans run from here on. */
  active: 0,
  /** Processors slow down from here on. */
  passive: 1,
  /** The driver is told. */
  hot: 2,
  /** The machine is switched off. */
  critical: 3,
});

/** States of a zone (`THERMAL_DEVICE_*`). */
export const thermalDeviceMode = enumeration("THERMAL_DEVICE_", u32, { disabled: 0, enabled: 1 });

/** Directions in which a threshold is crossed (`THERMAL_THRESHOLD_WAY_*`). */
export const thermalThresholdWay = flags("THERMAL_THRESHOLD_WAY_", u32, {
  /** Upward. */
  up: 0x1,
  /** Downward. */
  down: 0x2,
});

const zone = sharedAttributes({
  /** Id of the zone. */
  tzId: [2, u32],
  /** Name of the zone: `"acpitz"`. */
  tzName: [10, string],
});

const zoneAttributes = attributes("thermal-zone", "THERMAL_GENL_ATTR_", { ...zone });
/** A thermal zone: a part of the machine that has a temperature. */
export interface ThermalZone extends AttributesOf<typeof zone>, Infer<typeof zoneAttributes> {}

const trip = sharedAttributes({
  /** Id of the trip point in its zone. */
  tzTripId: [5, u32],
  /** Kind of the trip point. */
  tzTripType: [6, thermalTripType],
  /** Temperature of the trip point, in thousandths of a degree Celsius. */
  tzTripTemp: [7, s32],
  /** Degrees by which the temperature has to fall below it, in thousandths. */
  tzTripHyst: [8, s32],
});

const tripAttributes = attributes("thermal-trip", "THERMAL_GENL_ATTR_", { ...trip });
/** A trip point: a temperature from which on something happens. */
export interface ThermalTrip extends AttributesOf<typeof trip>, Infer<typeof tripAttributes> {}

const cdev = sharedAttributes({
  /** Id of the cooling device. */
  cdevId: [15, u32],
  /** Name of the cooling device: `"Processor"`. */
  cdevName: [18, string],
});

const cdevAttributes = attributes("thermal-cdev", "THERMAL_GENL_ATTR_", { ...cdev });
/** A cooling device, such as a fan. */
export interface ThermalCoolingDevice extends AttributesOf<typeof cdev>, Infer<typeof cdevAttributes> {}

const cpuCapabilityAttributes = attributes("thermal-cpu-capability", "THERMAL_GENL_ATTR_", {
  /** Number of the processor. */
  cpuCapabilityId: [21, u32],
  /** Speed, of 1023. */
  cpuCapabilityPerformance: [22, u32],
  /** Efficiency, of 1023. */
  cpuCapabilityEfficiency: [23, u32],
});
/** What a processor is able to. */
export interface ThermalCpuCapability extends Infer<typeof cpuCapabilityAttributes> {}

const threshold = sharedAttributes({
  /** Temperature of the threshold, in thousandths of a degree Celsius. */
  thresholdTemp: [25, s32],
  /** Directions in which it is crossed. */
  thresholdDirection: [26, thermalThresholdWay],
});

const thresholdAttributes = attributes("thermal-threshold", "THERMAL_GENL_ATTR_", { ...threshold });
/** A threshold: a temperature at which programs are told. */
export interface ThermalThreshold extends AttributesOf<typeof threshold>, Infer<typeof thresholdAttributes> {}

const thermalAttributes = attributes("thermal", "THERMAL_GENL_ATTR_", {
  /** Zones. */
  tz: [1, flatArray(nest<ThermalZone>(zoneAttributes))],
  ...zone,
  /** Temperature, in thousandths of a degree Celsius. */
  tzTemp: [3, s32],
  /** Trip points of the zone. */
  tzTrip: [4, flatArray(nest<ThermalTrip>(tripAttributes))],
  ...trip,
  /** Name of the zone's governor: `"step_wise"`. */
  tzGovName: [13, string],
  /** Cooling devices. */
  cdev: [14, flatArray(nest<ThermalCoolingDevice>(cdevAttributes))],
  ...cdev,
  /** State that a cooling device is in; 0 does not cool. */
  cdevCurState: [16, u32],
  /** Highest state of a cooling device. */
  cdevMaxState: [17, u32],
  /** Name of the new governor. */
  govName: [19, string],
  /** Processors that are faster or slower than they were. */
  cpuCapability: [20, flatArray(nest<ThermalCpuCapability>(cpuCapabilityAttributes))],
  /** Thresholds of the zone. */
  threshold: [24, flatArray(nest<ThermalThreshold>(thresholdAttributes))],
  ...threshold,
  /** Temperature before, in thousandths of a degree Celsius; since 6.13. */
  tzPrevTemp: [27, s32],
});

/** Layout of all messages of thermal. */
export const thermalMessage = message("thermal", genlmsghdr, thermalAttributes);
/** Anything that thermal says; each message has some of the members. */
export interface ThermalMessage
  extends AttributesOf<typeof zone>,
    AttributesOf<typeof trip>,
    AttributesOf<typeof cdev>,
    AttributesOf<typeof threshold>,
    Infer<typeof thermalMessage> {}
