import {
  attributes,
  be32,
  enumeration,
  flags,
  type Infer,
  message,
  nest,
  string,
} from "@rxnetlink/core/schema";
import { nfgenmsg } from "../../common/nfgenmsg.js";
import { zone } from "../flow/comparing.js";
import { type Tuple, tupleAttributes } from "../tuple/layout.js";

/** Flags of an expectation (`NF_CT_EXPECT_*`). */
export const expectationFlags = flags("NF_CT_EXPECT_", be32, {
  /** Stays after the connection that it expected. */
  permanent: 0x1,
  /** Does not expect yet. */
  inactive: 0x2,
  /** Was made by a program, not by a helper of the kernel. */
  userspace: 0x4,
});

/** Directions of a connection (`IP_CT_DIR_*`). */
export const conntrackDirection = enumeration("IP_CT_DIR_", be32, {
  original: 0,
  reply: 1,
});

/** Translation of the expected connection (`CTA_EXPECT_NAT_*`). */
export const expectNatAttributes = attributes("expect-nat-attrs", "CTA_EXPECT_NAT_", {
  /** Direction of the master whose addresses it takes. */
  dir: [1, conntrackDirection],
  /** Addresses and ports to translate to. */
  tuple: [2, nest<Tuple>(tupleAttributes)],
});
/** Translation of the expected connection. */
export interface ExpectNat extends Infer<typeof expectNatAttributes> {}

/** Attributes of expectations (`CTA_EXPECT_*`). */
export const expectationAttributes = attributes("expect-attrs", "CTA_EXPECT_", {
  /** `tupleOrig` of the connection that leads to the expected one. */
  master: [1, nest<Tuple>(tupleAttributes)],
  /** First packet of the expected connection, as far as it is known. */
  tuple: [2, nest<Tuple>(tupleAttributes)],
  /** Bits of `tuple` that are compared. */
  mask: [3, nest<Tuple>(tupleAttributes)],
  /** Seconds until it ends unless it is met. */
  timeout: [4, be32],
  /** Number that tells expectations apart that had the same tuple. */
  id: [5, be32],
  /** Name of the helper: `"ftp"`. */
  helpName: [6, string],
  /** Zone; absent is 0. */
  zone: [7, zone],
  /** Flags; see {@link expectationFlags}. */
  flags: [8, expectationFlags],
  /** Class, a number of the helper's. */
  class: [9, be32],
  /** Translation. */
  nat: [10, nest<ExpectNat>(expectNatAttributes)],
  /** Name of the function that the kernel calls when it is met: `"nat-follow-master"`. */
  fn: [11, string],
});

/** Layout of `IPCTNL_MSG_EXP_*`. */
export const expectationMessage = message("expectation", nfgenmsg, expectationAttributes);
/** An expected connection, such as the data connection of FTP. */
export interface Expectation extends Infer<typeof expectationMessage> {}
