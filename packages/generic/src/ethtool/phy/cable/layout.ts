import { attributes, enumeration, type Infer, nest, repeated, s16, u8, u32 } from "@rxnetlink/core/schema";
import { header, ofLink } from "../../common/header.js";

/** Pairs of a cable (`ETHTOOL_A_CABLE_PAIR_*`). */
export const cablePair = enumeration("ETHTOOL_A_CABLE_PAIR_", u8, { a: 0, b: 1, c: 2, d: 3 });

/** Results of the test of a pair (`ETHTOOL_A_CABLE_RESULT_CODE_*`). */
export const cableResultCode = enumeration("ETHTOOL_A_CABLE_RESULT_CODE_", u8, {
  unspec: 0,
  ok: 1,
  /** Its wires are not connected. */
  open: 2,
  /** Its wires touch. */
  sameShort: 3,
  /** It touches another pair. */
  crossShort: 4,
  impedanceMismatch: 5,
  /** The test was disturbed. */
  noise: 6,
  /** The test could not tell. */
  resolutionNotPossible: 7,
});

/** Methods of testing (`ETHTOOL_A_CABLE_INF_SRC_*`). */
export const cableInfSrc = enumeration("ETHTOOL_A_CABLE_INF_SRC_", u32, {
  unspec: 0,
  /** Reflection of pulses (time domain reflectometry). */
  tdr: 1,
  /** The signal of an active connection (active link cable diagnostic). */
  alcd: 2,
});

/** Stages of a test (`ETHTOOL_A_CABLE_TEST_NTF_STATUS_*`). */
export const cableTestStatus = enumeration("ETHTOOL_A_CABLE_TEST_NTF_STATUS_", u8, {
  unspec: 0,
  started: 1,
  completed: 2,
});

/** Attributes of a result (`ETHTOOL_A_CABLE_RESULT_*`). */
const cableResultAttributes = attributes("cable-result", "ETHTOOL_A_CABLE_RESULT_", {
  /** Pair. */
  pair: [1, cablePair],
  /** Result. */
  code: [2, cableResultCode],
  /** Method; since 6.13. */
  src: [3, cableInfSrc],
});
/** Result of the test of a pair. */
export interface CableResult extends Infer<typeof cableResultAttributes> {}

/** Attributes of the place of a fault (`ETHTOOL_A_CABLE_FAULT_LENGTH_*`). */
const cableFaultLengthAttributes = attributes("cable-fault-length", "ETHTOOL_A_CABLE_FAULT_LENGTH_", {
  /** Pair. */
  pair: [1, cablePair],
  /** Distance of its fault, in centimetres. */
  cm: [2, u32],
  /** Method; since 6.13. */
  src: [3, cableInfSrc],
});
/** Place of a pair's fault. */
export interface CableFaultLength extends Infer<typeof cableFaultLengthAttributes> {}

/** Attributes of results (`ETHTOOL_A_CABLE_NEST_*`). */
const cableNestAttributes = attributes("cable-nest", "ETHTOOL_A_CABLE_NEST_", {
  /** Result of each pair. */
  result: [1, repeated(nest<CableResult>(cableResultAttributes))],
  /** Places of faults. */
  faultLength: [2, repeated(nest<CableFaultLength>(cableFaultLengthAttributes))],
});
/** Results of a cable test. */
export interface CableResults extends Infer<typeof cableNestAttributes> {}

/** Attributes of the start of a test (`ETHTOOL_A_CABLE_TEST_*`). */
const cableTestAttributes = attributes("cable-test", "ETHTOOL_A_CABLE_TEST_", {
  /** The link. */
  header: [1, header],
});
/** Layout of `ETHTOOL_MSG_CABLE_TEST_ACT`. */
export const cableTestMessage = ofLink("cable-test", cableTestAttributes);

/** Attributes of the progress of a test (`ETHTOOL_A_CABLE_TEST_NTF_*`). */
const cableTestNtfAttributes = attributes("cable-test-ntf", "ETHTOOL_A_CABLE_TEST_NTF_", {
  /** The link. */
  header: [1, header],
  /** Stage. */
  status: [2, cableTestStatus],
  /** Results, once it is completed. */
  nest: [3, nest<CableResults>(cableNestAttributes)],
});
/** Layout of `ETHTOOL_MSG_CABLE_TEST_NTF`. */
export const cableTestNtfMessage = ofLink("cable-test-ntf", cableTestNtfAttributes);
/** Progress of a cable test. */
export interface CableTest extends Infer<typeof cableTestNtfMessage> {}

/** Attributes of a measured amplitude (`ETHTOOL_A_CABLE_AMPLITUDE_*`). */
const cableAmplitudeAttributes = attributes("cable-amplitude", "ETHTOOL_A_CABLE_AMPLITUDE_", {
  /** Pair. */
  pair: [1, cablePair],
  /** Amplitude of what came back, in millivolts. */
  mV: [2, s16],
});
/** An amplitude that came back. */
export interface CableAmplitude extends Infer<typeof cableAmplitudeAttributes> {}

/** Attributes of the pulse that is sent (`ETHTOOL_A_CABLE_PULSE_*`). */
const cablePulseAttributes = attributes("cable-pulse", "ETHTOOL_A_CABLE_PULSE_", {
  /** Amplitude, in millivolts. */
  mV: [1, s16],
});
/** The pulse that is sent. */
export interface CablePulse extends Infer<typeof cablePulseAttributes> {}

/** Attributes of the places that are measured (`ETHTOOL_A_CABLE_STEP_*`). */
const cableStepAttributes = attributes("cable-step", "ETHTOOL_A_CABLE_STEP_", {
  /** First distance, in centimetres. */
  firstDistance: [1, u32],
  /** Last distance, in centimetres. */
  lastDistance: [2, u32],
  /** Distance between two measurements, in centimetres. */
  stepDistance: [3, u32],
});
/** Places that are measured. */
export interface CableStep extends Infer<typeof cableStepAttributes> {}

/** Attributes of raw data (`ETHTOOL_A_CABLE_TDR_NEST_*`). */
const cableTdrNestAttributes = attributes("cable-tdr-nest", "ETHTOOL_A_CABLE_TDR_NEST_", {
  /** Places that are measured. */
  step: [1, nest<CableStep>(cableStepAttributes)],
  /** Amplitudes, by pair and distance. */
  amplitude: [2, repeated(nest<CableAmplitude>(cableAmplitudeAttributes))],
  /** Pulse that is sent. */
  pulse: [3, nest<CablePulse>(cablePulseAttributes)],
});
/** Raw data of a cable test. */
export interface CableTdrResults extends Infer<typeof cableTdrNestAttributes> {}

/** Attributes of the settings of a test with raw data (`ETHTOOL_A_CABLE_TEST_TDR_CFG_*`). */
const cableTdrCfgAttributes = attributes("cable-test-tdr-cfg", "ETHTOOL_A_CABLE_TEST_TDR_CFG_", {
  /** First distance to measure, in centimetres. */
  first: [1, u32],
  /** Last distance, in centimetres. */
  last: [2, u32],
  /** Distance between two measurements, in centimetres. */
  step: [3, u32],
  /** The pair to measure; all by default. */
  pair: [4, cablePair],
});
/** Settings of a cable test with raw data. */
export interface CableTdrConfig extends Infer<typeof cableTdrCfgAttributes> {}

/** Attributes of the start of a test with raw data (`ETHTOOL_A_CABLE_TEST_TDR_*`). */
const cableTestTdrAttributes = attributes("cable-test-tdr", "ETHTOOL_A_CABLE_TEST_TDR_", {
  /** The link. */
  header: [1, header],
  /** Settings. */
  cfg: [2, nest<CableTdrConfig>(cableTdrCfgAttributes)],
});
/** Layout of `ETHTOOL_MSG_CABLE_TEST_TDR_ACT`. */
export const cableTestTdrMessage = ofLink("cable-test-tdr", cableTestTdrAttributes);

/** Attributes of the progress of a test with raw data (`ETHTOOL_A_CABLE_TEST_TDR_NTF_*`). */
const cableTestTdrNtfAttributes = attributes("cable-test-tdr-ntf", "ETHTOOL_A_CABLE_TEST_TDR_NTF_", {
  /** The link. */
  header: [1, header],
  /** Stage. */
  status: [2, cableTestStatus],
  /** Raw data. */
  nest: [3, nest<CableTdrResults>(cableTdrNestAttributes)],
});
/** Layout of `ETHTOOL_MSG_CABLE_TEST_TDR_NTF`. */
export const cableTestTdrNtfMessage = ofLink("cable-test-tdr-ntf", cableTestTdrNtfAttributes);
/** Progress of a cable test with raw data. */
export interface CableTestTdr extends Infer<typeof cableTestTdrNtfMessage> {}
