import {
  type AttributesOf,
  attributes,
  enumeration,
  flag,
  type Infer,
  message,
  nest,
  nestedArray,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import { handleAttributes } from "../common/handle.js";

/** Self-tests by name (`DEVLINK_ATTR_SELFTEST_ID_*`). */
const devlinkSelftestIdAttributes = attributes("dl-selftest-id", "DEVLINK_ATTR_SELFTEST_ID_", {
  /** Of the flash. */
  flash: [1, flag],
});
/** Self-tests by name. */
export interface DevlinkSelftestIds extends Infer<typeof devlinkSelftestIdAttributes> {}

/** Numbers of self-tests (`DEVLINK_ATTR_SELFTEST_ID_*`). */
export const devlinkSelftestId = enumeration("DEVLINK_ATTR_SELFTEST_ID_", u32, {
  /** Of the flash. */
  flash: 1,
});

/** Results of a self-test (`DEVLINK_SELFTEST_STATUS_*`). */
export const devlinkSelftestStatus = enumeration("DEVLINK_SELFTEST_STATUS_", u8, {
  /** It was not run. */
  skip: 0,
  pass: 1,
  fail: 2,
});

/** Attributes of results of self-tests (`DEVLINK_ATTR_SELFTEST_RESULT_*`). */
const devlinkSelftestResultAttributes = attributes("dl-selftest-result", "DEVLINK_ATTR_SELFTEST_RESULT_", {
  /** The test. */
  id: [2, devlinkSelftestId],
  /** Its result. */
  status: [3, devlinkSelftestStatus],
});
/** Result of a self-test. */
export interface DevlinkSelftestResult extends Infer<typeof devlinkSelftestResultAttributes> {}

const selftestsAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...handleAttributes,
  /** Self-tests that the device has, or that are to be run. */
  selftests: [176, nest<DevlinkSelftestIds>(devlinkSelftestIdAttributes)],
});

/** Layout of `DEVLINK_CMD_SELFTESTS_GET`, and of requests to run some. */
export const devlinkSelftestsMessage = message("selftest", genlmsghdr, selftestsAttributes);
/** Self-tests of a device. */
export interface DevlinkSelftests
  extends AttributesOf<typeof handleAttributes>,
    Infer<typeof devlinkSelftestsMessage> {}

const selftestResultsAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...handleAttributes,
  /** Results. */
  selftests: [176, nestedArray(1, nest<DevlinkSelftestResult>(devlinkSelftestResultAttributes))],
});

/** Layout of the reply to `DEVLINK_CMD_SELFTESTS_RUN`. */
export const devlinkSelftestResultsMessage = message(
  "selftestResults",
  genlmsghdr,
  selftestResultsAttributes,
);
/** Results of self-tests of a device. */
export interface DevlinkSelftestResults
  extends AttributesOf<typeof handleAttributes>,
    Infer<typeof devlinkSelftestResultsMessage> {}
