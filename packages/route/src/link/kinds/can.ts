import {
  attributes,
  chars,
  enumeration,
  flags,
  type Infer,
  ifOther,
  masked,
  maskOf,
  nest,
  packed,
  readOnly,
  struct,
  u16,
  u32,
} from "@rxnetlink/core";
import {
  type CanCtrlmodeExt,
  type CanPwm,
  type CanTdc,
  canCtrlmodeExtAttributes,
  canPwmAttributes,
  canTdcAttributes,
} from "./can-nests.js";

/** How long a bit is and where it is read (`struct can_bittiming`). */
export const canBittiming = struct("can_bittiming", {
  /** Bits a second; where 0 in a request, it follows from the others. */
  bitrate: u32,
  /** Where a bit is read, in 1/1000 of its length. */
  samplePoint: u32,
  /** Time quantum, in ns. */
  tq: u32,
  /** Propagation segment, in time quanta. */
  propSeg: u32,
  /** Phase buffer segment 1, in time quanta. */
  phaseSeg1: u32,
  /** Phase buffer segment 2, in time quanta. */
  phaseSeg2: u32,
  /** TrackerRun jump width, in time quanta. */
  sjw: u32,
  /** Prescaler of the clock. */
  brp: u32,
});
/** How long a bit is and where it is read. */
export interface CanBittiming extends Infer<typeof canBittiming> {}

/** What a controller can do in that (`struct can_bittiming_const`). */
export const canBittimingConst = struct("can_bittiming_const", {
  /** Name of the controller. */
  name: chars(16),
  /** Least time quanta before the bit is read. */
  tseg1Min: u32,
  /** Most time quanta before the bit is read. */
  tseg1Max: u32,
  /** Least time quanta after the bit is read. */
  tseg2Min: u32,
  /** Most time quanta after the bit is read. */
  tseg2Max: u32,
  /** Greatest synchronization jump width, in time quanta. */
  sjwMax: u32,
  /** Smallest prescaler. */
  brpMin: u32,
  /** Greatest prescaler. */
  brpMax: u32,
  /** Step of the prescaler. */
  brpInc: u32,
});
/** What a controller can do in bit timing. */
export interface CanBittimingConst extends Infer<typeof canBittimingConst> {}

/** The clock of a controller (`struct can_clock`). */
export const canClock = struct("can_clock", {
  /** Frequency, in Hz. */
  freq: u32,
});
/** The clock of a controller. */
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
  /** Each bit is read three times. */
  "3Samples": 0x4,
  /** Frames are not sent again. */
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

/** Modes of a controller, and which of them count (`struct can_ctrlmode`). */
export const canCtrlmode = struct("can_ctrlmode", {
  /** Those that a request means to set or clear; where absent those that it names. */
  mask: maskOf(canCtrlmodeFlags),
  /** The bits; {@link canCtrlmodeFlags} has their names. */
  flags: masked(canCtrlmodeFlags, "mask"),
});
/** Modes of a controller, and which of them count. */
export interface CanCtrlmode extends Infer<typeof canCtrlmode> {}

/** Error counters of a controller (`struct can_berr_counter`). */
export const canBerrCounter = struct("can_berr_counter", {
  /** When sending. */
  txerr: u16,
  /** When receiving. */
  rxerr: u16,
});
/** Error counters of a controller. */
export interface CanBerrCounter extends Infer<typeof canBerrCounter> {}

/** What has happened to a controller, in `linkinfo.xstats` (`struct can_device_stats`). */
export const canDeviceStats = struct("can_device_stats", {
  /** Errors on the bus. */
  busError: u32,
  /** Changes to the state `errorWarning`. */
  errorWarning: u32,
  /** Changes to the state `errorPassive`. */
  errorPassive: u32,
  /** Changes to the state `busOff`. */
  busOff: u32,
  /** Arbitrations lost. */
  arbitrationLost: u32,
  /** Restarts. */
  restarts: u32,
});
/** What has happened to a controller. */
export interface CanDeviceStats extends Infer<typeof canDeviceStats> {}

/** Settings of a CAN controller (`IFLA_CAN_*`); most can be changed while the link is down. */
export const canAttributes = attributes("linkinfo-can-attrs", "IFLA_CAN_", {
  /** Timing of the bits. */
  bittiming: [1, ifOther(nest<CanBittiming>(canBittiming))],
  /** What the controller can do in that; read-only. */
  bittimingConst: [2, readOnly(nest<CanBittimingConst>(canBittimingConst))],
  /** Its clock; read-only. */
  clock: [3, readOnly(nest<CanClock>(canClock))],
  /** Its state; read-only. */
  state: [4, readOnly(canState)],
  /** Its modes. */
  ctrlmode: [5, ifOther(nest<CanCtrlmode>(canCtrlmode))],
  /** How long after bus-off it restarts, in ms; 0 is never. */
  restartMs: [6, ifOther(u32)],
  /** Restarts it now, whatever the number. Write-only. */
  restart: [7, u32],
  /** Error counters; read-only. */
  berrCounter: [8, readOnly(nest<CanBerrCounter>(canBerrCounter))],
  /** Timing of the data bits of CAN FD. */
  dataBittiming: [9, ifOther(nest<CanBittiming>(canBittiming))],
  /** What the controller can do in that; read-only. */
  dataBittimingConst: [10, readOnly(nest<CanBittimingConst>(canBittimingConst))],
  /** Resistance at the end of the line, in ohms; 0 is none. */
  termination: [11, ifOther(u16)],
  /** Which resistances it has; read-only. */
  terminationConst: [12, readOnly(packed(u16))],
  /** Which bit rates it has, where they are fixed; read-only. */
  bitrateConst: [13, readOnly(packed(u32))],
  /** Which bit rates for the data of CAN FD it has, where they are fixed; read-only. */
  dataBitrateConst: [14, readOnly(packed(u32))],
  /** Highest bit rate of the transceiver, in bit/s; read-only. */
  bitrateMax: [15, readOnly(u32)],
  /** Transmitter delay compensation; since 5.16. */
  tdc: [16, ifOther(nest<CanTdc>(canTdcAttributes))],
  /** Which modes the controller has; read-only, since 5.18. */
  ctrlmodeExt: [17, readOnly(nest<CanCtrlmodeExt>(canCtrlmodeExtAttributes))],
  /** Timing of the data bits of CAN XL; newer than 6.18. */
  xlDataBittiming: [18, ifOther(nest<CanBittiming>(canBittiming))],
  /** What the controller can do in that; read-only, newer than 6.18. */
  xlDataBittimingConst: [19, readOnly(nest<CanBittimingConst>(canBittimingConst))],
  /** Which bit rates for the data of CAN XL it has, where they are fixed; read-only, newer than 6.18. */
  xlDataBitrateConst: [20, readOnly(packed(u32))],
  /** Transmitter delay compensation of CAN XL; newer than 6.18. */
  xlTdc: [21, ifOther(nest<CanTdc>(canTdcAttributes))],
  /** Pulse width modulation of CAN XL; newer than 6.18. */
  xlPwm: [22, ifOther(nest<CanPwm>(canPwmAttributes))],
});
/** Settings of a `can` link. */
export interface Can extends Infer<typeof canAttributes> {}
