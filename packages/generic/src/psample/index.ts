/**
 * psample: packets that are sampled, by a device or by `tc`.
 *
 * @module
 */
export {
  PSAMPLE_CMD_DEL_GROUP,
  PSAMPLE_CMD_GET_GROUP,
  PSAMPLE_CMD_NEW_GROUP,
  PSAMPLE_CMD_SAMPLE,
} from "./commands.js";
export { psampleFamily, psampleGroups } from "./family.js";
export { type PsampleGroups, psampleGroupObject } from "./group.js";
export {
  type PsampleGroup,
  type PsampleMessage,
  type PsampleTunnel,
  psampleGroupMessage,
  psampleMessage,
} from "./layout.js";
export { type Psample, psample } from "./psample.js";
export type { PsampleEvent, PsampleLost, PsampleOptions, PsampleSample, PsampleSamples } from "./samples.js";
