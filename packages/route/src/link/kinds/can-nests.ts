import { attributes, type Infer, readOnly, u32 } from "@rxnetlink/core";

/** Transmitter delay compensation (`IFLA_CAN_TDC_*`), in periods of the clock. */
export const canTdcAttributes = attributes("can-tdc-attrs", "IFLA_CAN_TDC_", {
  /** Least `tdcv`; read-only. */
  tdcvMin: [1, readOnly(u32)],
  /** Greatest `tdcv`; read-only. */
  tdcvMax: [2, readOnly(u32)],
  /** Least `tdco`; read-only. */
  tdcoMin: [3, readOnly(u32)],
  /** Greatest `tdco`; read-only. */
  tdcoMax: [4, readOnly(u32)],
  /** Least `tdcf`; read-only. */
  tdcfMin: [5, readOnly(u32)],
  /** Greatest `tdcf`; read-only. */
  tdcfMax: [6, readOnly(u32)],
  /** The delay. */
  tdcv: [7, u32],
  /** What is added to it. */
  tdco: [8, u32],
  /** Shortest delay that is measured. */
  tdcf: [9, u32],
});
/** Transmitter delay compensation. */
export interface CanTdc extends Infer<typeof canTdcAttributes> {}

/** More on the modes of a controller (`IFLA_CAN_CTRLMODE_*`). */
export const canCtrlmodeExtAttributes = attributes("can-ctrlmode-ext-attrs", "IFLA_CAN_CTRLMODE_", {
  /** Those that it has, `CAN_CTRLMODE_*`. */
  supported: [1, u32],
});
/** More on the modes of a controller. */
export interface CanCtrlmodeExt extends Infer<typeof canCtrlmodeExtAttributes> {}

/** Pulse width modulation of CAN XL (`IFLA_CAN_PWM_*`), in periods of the clock. */
export const canPwmAttributes = attributes("can-pwm-attrs", "IFLA_CAN_PWM_", {
  /** Least `pwms`; read-only. */
  pwmsMin: [1, readOnly(u32)],
  /** Greatest `pwms`; read-only. */
  pwmsMax: [2, readOnly(u32)],
  /** Least `pwml`; read-only. */
  pwmlMin: [3, readOnly(u32)],
  /** Greatest `pwml`; read-only. */
  pwmlMax: [4, readOnly(u32)],
  /** Least `pwmo`; read-only. */
  pwmoMin: [5, readOnly(u32)],
  /** Greatest `pwmo`; read-only. */
  pwmoMax: [6, readOnly(u32)],
  /** Length of a short phase. */
  pwms: [7, u32],
  /** Length of a long phase. */
  pwml: [8, u32],
  /** Offset. */
  pwmo: [9, u32],
});
/** Pulse width modulation of CAN XL. */
export interface CanPwm extends Infer<typeof canPwmAttributes> {}
