import { attributes, type Infer, readOnly, u32 } from "@rxnetlink/core/schema";

/** Transmitter delay compensation (`IFLA_CAN_TDC_*`), in periods of the clock. */
export const canTdcAttributes = attributes("can-tdc-attrs", "IFLA_CAN_TDC_", {
  /** Minimum `tdcv`; read-only. */
  tdcvMin: [1, readOnly(u32)],
  /** Maximum `tdcv`; read-only. */
  tdcvMax: [2, readOnly(u32)],
  /** Minimum `tdco`; read-only. */
  tdcoMin: [3, readOnly(u32)],
  /** Maximum `tdco`; read-only. */
  tdcoMax: [4, readOnly(u32)],
  /** Minimum `tdcf`; read-only. */
  tdcfMin: [5, readOnly(u32)],
  /** Maximum `tdcf`; read-only. */
  tdcfMax: [6, readOnly(u32)],
  /** Compensation value: the delay. */
  tdcv: [7, u32],
  /** Compensation offset, added to the delay. */
  tdco: [8, u32],
  /** Compensation filter: the shortest delay that is measured. */
  tdcf: [9, u32],
});
/** Transmitter delay compensation. */
export interface CanTdc extends Infer<typeof canTdcAttributes> {}

/** Supported modes of a controller (`IFLA_CAN_CTRLMODE_*`). */
export const canCtrlmodeExtAttributes = attributes("can-ctrlmode-ext-attrs", "IFLA_CAN_CTRLMODE_", {
  /** Supported modes, `CAN_CTRLMODE_*`. */
  supported: [1, u32],
});
/** Supported modes of a controller. */
export interface CanCtrlmodeExt extends Infer<typeof canCtrlmodeExtAttributes> {}

/** Pulse width modulation of CAN XL (`IFLA_CAN_PWM_*`), in periods of the clock. */
export const canPwmAttributes = attributes("can-pwm-attrs", "IFLA_CAN_PWM_", {
  /** Minimum `pwms`; read-only. */
  pwmsMin: [1, readOnly(u32)],
  /** Maximum `pwms`; read-only. */
  pwmsMax: [2, readOnly(u32)],
  /** Minimum `pwml`; read-only. */
  pwmlMin: [3, readOnly(u32)],
  /** Maximum `pwml`; read-only. */
  pwmlMax: [4, readOnly(u32)],
  /** Minimum `pwmo`; read-only. */
  pwmoMin: [5, readOnly(u32)],
  /** Maximum `pwmo`; read-only. */
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
