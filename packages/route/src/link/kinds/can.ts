import {
  attributes,
  chars,
  enumeration,
  flags,
  type Infer,
  ifDifferent,
  masked,
  maskOf,
  nest,
  packed,
  readOnly,
  struct,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import {
  type CanCtrlmodeExt,
  type CanPwm,
  type CanTdc,
  canCtrlmodeExtAttributes,
  canPwmAttributes,
  canTdcAttributes,
} from "./can-nests.js";

/** Bit timing: bit rate and sample point (`struct can_bittiming`). */
export const canBittiming = struct("can_bittiming", {
  /** Bit rate, in bit/s; 0 in a request derives it from the other members. */
  bitrate: u32,
  /** Sample point, in 1/1000 of the bit time. */
  samplePoint: u32,
  /** Time quantum, in ns. */
  tq: u32,
  /** Propagation segment, in time quanta. */
  propSeg: u32,
  /** Phase buffer segment 1, in time quanta. */
  phaseSeg1: u32,
  /** Phase buffer segment 2, in time quanta. */
  phaseSeg2: u32,
  /** Synchronization jump width, in time quanta. */
  sjw: u32,
  /** Prescaler of the clock. */
  brp: u32,
});
/** Bit timing: bit rate and sample point. */
export interface CanBittiming extends Infer<typeof canBittiming> {}

/** Limits of the bit timing of a controller (`struct can_bittiming_const`). */
export const canBittimingConst = struct("can_bittiming_const", {
  /** Name of the controller. */
  name: chars(16),
  /** Minimum number of time quanta before the sample point. */
  tseg1Min: u32,
  /** Maximum number of time quanta before the sample point. */
  tseg1Max: u32,
  /** Minimum number of time quanta after the sample point. */
  tseg2Min: u32,
  /** Maximum number of time quanta after the sample point. */
  tseg2Max: u32,
  /** Maximum synchronization jump width, in time quanta. */
  sjwMax: u32,
  /** Minimum prescaler. */
  brpMin: u32,
  /** Maximum prescaler. */
  brpMax: u32,
  /** Step of the prescaler. */
  brpInc: u32,
});
/** Limits of the bit timing of a controller. */
export interface CanBittimingConst extends Infer<typeof canBittimingConst> {}

/** Clock of a controller (`struct can_clock`). */
export const canClock = struct("can_clock", {
  /** Frequency, in Hz. */
  freq: u32,
});
/** Clock of a controller. */
export interface CanClock extends Infer<typeof canClock> {}

/** State of a controller (`CAN_STATE_*`). */
export const canState = enumeration("CAN_STATE_", u32, {
  /** Fewer than 96 errors. */
  errorActive: 0,
  /** Fewer than 128 errors. */
  errorWarning: 1,
  /** Fewer than 256 errors. */
  errorPassive: 2,
  busOff: 3,
  stopped: 4,
  sleeping: 5,
});

/** Modes of a controller (`CAN_CTRLMODE_*`). */
export const canCtrlmodeFlags = flags("CAN_CTRLMODE_", u32, {
  loopback: 0x1,
  listenonly: 0x2,
  /** Samples each bit three times. */
  "3Samples": 0x4,
  /** Does not retransmit frames. */
  oneShot: 0x8,
  berrReporting: 0x10,
  /** CAN FD. */
  fd: 0x20,
  presumeAck: 0x40,
  fdNonIso: 0x80,
  ccLen8Dlc: 0x100,
  tdcAuto: 0x200,
  tdcManual: 0x400,
  restricted: 0x800,
  /** CAN XL. */
  xl: 0x1000,
  xlTdcAuto: 0x2000,
  xlTdcManual: 0x4000,
  xlTms: 0x8000,
});

/** Modes of a controller with the mask of those to change (`struct can_ctrlmode`). */
export const canCtrlmode = struct("can_ctrlmode", {
  /** Bits that a request sets or clears; those it names when absent. */
  mask: maskOf(canCtrlmodeFlags),
  /** Bits; {@link canCtrlmodeFlags} lists their names. */
  flags: masked(canCtrlmodeFlags, "mask"),
});
/** Modes of a controller with the mask of those to change. */
export interface CanCtrlmode extends Infer<typeof canCtrlmode> {}

/** Error counters of a controller (`struct can_berr_counter`). */
export const canBerrCounter = struct("can_berr_counter", {
  /** Transmit errors. */
  txerr: u16,
  /** Receive errors. */
  rxerr: u16,
});
/** Error counters of a controller. */
export interface CanBerrCounter extends Infer<typeof canBerrCounter> {}

/** Event counters of a controller, in `linkinfo.xstats` (`struct can_device_stats`). */
export const canDeviceStats = struct("can_device_stats", {
  /** Errors on the bus. */
  busError: u32,
  /** Transitions to `errorWarning`. */
  errorWarning: u32,
  /** Transitions to `errorPassive`. */
  errorPassive: u32,
  /** Transitions to `busOff`. */
  busOff: u32,
  /** Arbitrations lost. */
  arbitrationLost: u32,
  /** Restarts. */
  restarts: u32,
});
/** Event counters of a controller. */
export interface CanDeviceStats extends Infer<typeof canDeviceStats> {}

/** Settings of a CAN controller (`IFLA_CAN_*`); most can be changed only while the link is down. */
export const canAttributes = attributes("linkinfo-can-attrs", "IFLA_CAN_", {
  /** Bit timing. */
  bittiming: [1, ifDifferent(nest<CanBittiming>(canBittiming))],
  /** Limits of the bit timing; read-only. */
  bittimingConst: [2, readOnly(nest<CanBittimingConst>(canBittimingConst))],
  /** Clock; read-only. */
  clock: [3, readOnly(nest<CanClock>(canClock))],
  /** State; read-only. */
  state: [4, readOnly(canState)],
  /** Modes. */
  ctrlmode: [5, ifDifferent(nest<CanCtrlmode>(canCtrlmode))],
  /** Delay of the automatic restart after bus-off, in ms; 0 is never. */
  restartMs: [6, ifDifferent(u32)],
  /** Restarts the controller now, whatever the value; write-only. */
  restart: [7, u32],
  /** Error counters; read-only. */
  berrCounter: [8, readOnly(nest<CanBerrCounter>(canBerrCounter))],
  /** Bit timing of the data phase of CAN FD. */
  dataBittiming: [9, ifDifferent(nest<CanBittiming>(canBittiming))],
  /** Limits of the bit timing of the data phase of CAN FD; read-only. */
  dataBittimingConst: [10, readOnly(nest<CanBittimingConst>(canBittimingConst))],
  /** Termination resistance, in ohms; 0 is none. */
  termination: [11, ifDifferent(u16)],
  /** Supported termination resistances, in ohms; read-only. */
  terminationConst: [12, readOnly(packed(u16))],
  /** Supported bit rates if they are fixed, in bit/s; read-only. */
  bitrateConst: [13, readOnly(packed(u32))],
  /** Supported bit rates of the data phase of CAN FD if they are fixed, in bit/s; read-only. */
  dataBitrateConst: [14, readOnly(packed(u32))],
  /** Maximum bit rate of the transceiver, in bit/s; read-only. */
  bitrateMax: [15, readOnly(u32)],
  /** Transmitter delay compensation; since 5.16. */
  tdc: [16, ifDifferent(nest<CanTdc>(canTdcAttributes))],
  /** Supported modes; read-only, since 5.18. */
  ctrlmodeExt: [17, readOnly(nest<CanCtrlmodeExt>(canCtrlmodeExtAttributes))],
  /** Bit timing of the data phase of CAN XL; newer than 6.18. */
  xlDataBittiming: [18, ifDifferent(nest<CanBittiming>(canBittiming))],
  /** Limits of the bit timing of the data phase of CAN XL; read-only, newer than 6.18. */
  xlDataBittimingConst: [19, readOnly(nest<CanBittimingConst>(canBittimingConst))],
  /** Supported bit rates of the data phase of CAN XL if they are fixed, in bit/s; read-only, newer than 6.18. */
  xlDataBitrateConst: [20, readOnly(packed(u32))],
  /** Transmitter delay compensation of CAN XL; newer than 6.18. */
  xlTdc: [21, ifDifferent(nest<CanTdc>(canTdcAttributes))],
  /** Pulse width modulation of CAN XL; newer than 6.18. */
  xlPwm: [22, ifDifferent(nest<CanPwm>(canPwmAttributes))],
});
/** Settings of a `can` link. */
export interface Can extends Infer<typeof canAttributes> {}
