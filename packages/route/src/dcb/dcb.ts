import {
  attributes,
  enumeration,
  flags,
  type Infer,
  KernelError,
  lladdr,
  message,
  NetlinkObject,
  type Notification,
  type NotificationOptions,
  nest,
  type ObjectDefinition,
  pad,
  string,
  struct,
  summaryOf,
  u8,
} from "@rxnetlink/core";
import { map, type Observable } from "rxjs";
import { addressFamily } from "../common/address-family.js";
import { machineHint } from "../common/hints.js";
import { RTM_GETDCB, RTM_SETDCB } from "../common/rtm.js";
import { RTNLGRP_DCB } from "../common/rtnlgrp.js";
import { type DcbBcn, dcbBcnAttributes } from "./bcn.js";
import {
  type DcbApplication,
  type DcbCapabilities,
  type DcbCee,
  type DcbFeatures,
  type DcbNumtcs,
  type DcbPg,
  type DcbPriorities,
  dcbApplicationAttributes,
  dcbCapabilityAttributes,
  dcbCeeAttributes,
  dcbFeatureAttributes,
  dcbNumtcsAttributes,
  dcbPgAttributes,
  dcbPriorityAttributes,
} from "./cee.js";
import { type DcbIeee, dcbIeeeAttributes } from "./ieee.js";

/** What a request is about (`DCB_CMD_*`). */
export const dcbCommand = enumeration("DCB_CMD_", u8, {
  undefined: 0,
  gstate: 1,
  sstate: 2,
  pgtxGcfg: 3,
  pgtxScfg: 4,
  pgrxGcfg: 5,
  pgrxScfg: 6,
  pfcGcfg: 7,
  pfcScfg: 8,
  setAll: 9,
  gpermHwaddr: 10,
  gcap: 11,
  gnumtcs: 12,
  snumtcs: 13,
  pfcGstate: 14,
  pfcSstate: 15,
  bcnGcfg: 16,
  bcnScfg: 17,
  gapp: 18,
  sapp: 19,
  ieeeSet: 20,
  ieeeGet: 21,
  gdcbx: 22,
  sdcbx: 23,
  gfeatcfg: 24,
  sfeatcfg: 25,
  ceeGet: 26,
  ieeeDel: 27,
});

/** The fixed header of messages of data centre bridging. */
export const dcbmsg = struct("dcbmsg", {
  /** `"unspec"`. */
  family: addressFamily,
  /** What it is about. */
  cmd: dcbCommand,
  _: pad(2),
});

/** How settings are negotiated (`DCB_CAP_DCBX_*`). */
export const dcbxMode = flags("DCB_CAP_DCBX_", u8, {
  /** This host does it. */
  host: 0x01,
  /** Another agent does it: settings of this host are refused. */
  lldManaged: 0x02,
  /** As before the standard. */
  verCee: 0x04,
  /** As IEEE 802.1Qaz has it. */
  verIeee: 0x08,
  /** Not at all. */
  static: 0x10,
});

/** The attributes of data centre bridging (`DCB_ATTR_*`). Which of them a request has, its command tells. */
export const dcbAttributes = attributes("dcb-attrs", "DCB_ATTR_", {
  /** Name of the link. */
  ifname: [1, string],
  /** Whether it is on, 0 or 1. */
  state: [2, u8],
  /** Whether flow control is on, 0 or 1. */
  pfcState: [3, u8],
  /** Flow control by priority. */
  pfcCfg: [4, nest<DcbPriorities>(dcbPriorityAttributes)],
  /** How many traffic classes. */
  numTc: [5, u8],
  /** Traffic classes and groups of bandwidth. */
  pgCfg: [6, nest<DcbPg>(dcbPgAttributes)],
  /** Whether settings are taken over, 1. */
  setAll: [7, u8],
  /** Hardware address it was made with. */
  permHwaddr: [8, lladdr],
  /** What the link can. */
  cap: [9, nest<DcbCapabilities>(dcbCapabilityAttributes)],
  /** How many traffic classes, by use. */
  numtcs: [10, nest<DcbNumtcs>(dcbNumtcsAttributes)],
  /** Backward congestion notification. */
  bcn: [11, nest<DcbBcn>(dcbBcnAttributes)],
  /** Which priority a protocol has. */
  app: [12, nest<DcbApplication>(dcbApplicationAttributes)],
  /** What IEEE 802.1Qaz has. */
  ieee: [13, nest<DcbIeee>(dcbIeeeAttributes)],
  /** How settings are negotiated; {@link dcbxMode} has the names. */
  dcbx: [14, dcbxMode],
  /** Features and their state. */
  featcfg: [15, nest<DcbFeatures>(dcbFeatureAttributes)],
  /** What the converged enhanced Ethernet before the standard has. */
  cee: [16, nest<DcbCee>(dcbCeeAttributes)],
});

/** The layout of `RTM_GETDCB` and `RTM_SETDCB`. */
export const dcbMessage = message("dcb", dcbmsg, dcbAttributes);
/** Data centre bridging of a link. */
export interface Dcb extends Infer<typeof dcbMessage> {}

/** What a driver answers to a change (`DCB_ATTR_*`), in the attribute of what was to be changed: 0 is success. */
export const dcbResultAttributes = attributes("dcb-result-attrs", "DCB_ATTR_", {
  /** Of `sstate`. */
  state: [2, u8],
  /** Of `pfcSstate`. */
  pfcState: [3, u8],
  /** Of `pfcScfg`. */
  pfcCfg: [4, u8],
  /** Of `pgtxScfg` and `pgrxScfg`. */
  pgCfg: [6, u8],
  /** Of `setAll`. */
  setAll: [7, u8],
  /** Of `snumtcs`. */
  numtcs: [10, u8],
  /** Of `bcnScfg`. */
  bcn: [11, u8],
  /** Of `sapp`. */
  app: [12, u8],
  /** Of `ieeeSet` and `ieeeDel`. */
  ieee: [13, u8],
  /** Of `sdcbx`. */
  dcbx: [14, u8],
  /** Of `sfeatcfg`. */
  featcfg: [15, u8],
});

/** The layout of an answer to `RTM_SETDCB`. */
export const dcbResultMessage = message("dcb-result", dcbmsg, dcbResultAttributes);
/** What a driver answers to a change: 0 is success. */
export interface DcbResult extends Infer<typeof dcbResultMessage> {}

const types = { get: RTM_GETDCB, set: RTM_SETDCB } as const;
const layout = nest<Dcb>(dcbMessage);

/** Messages of data centre bridging (`RTM_GETDCB`, `RTM_SETDCB`); the second is for root of the machine alone. */
export const dcbObject: ObjectDefinition<Dcb> = {
  name: "dcb",
  namedBy: ["cmd", "ifname"],
  hint: machineHint,
  layout,
  types,
  groups: [RTNLGRP_DCB],
  filters: [],
  changeFlags: 0,
};

/** Drivers answer with a negative errno, of which the answer has the low 8 bits. */
const NEGATIVE = 0x80;

/** The verbs of data centre bridging; which settings are meant, `cmd` tells. */
export class DcbObject extends NetlinkObject<Dcb> {
  /**
   * Asks the driver of a link to change settings, and emits its answer.
   *
   * @throws KernelError where the kernel or the driver refuses, with `EOPNOTSUPP` where it has no such settings.
   * @example
   * const ieee = { ieeeMaxrate: { tcMaxrate: [1_000_000n, 0n, 0n, 0n, 0n, 0n, 0n, 0n] } };
   * nl.dcb.set$({ cmd: "ieeeSet", ifname: "eth0", ieee });
   */
  set$(value: Partial<Dcb>): Observable<DcbResult> {
    const request = { type: types.set, layout, flags: 0, value, asked: this.asked("set") };
    return this.connection
      .request$<Dcb, DcbResult>({ ...request, reply: nest<DcbResult>(dcbResultMessage) })
      .pipe(
        map((result) => {
          const { family, cmd, unknown, ...answers } = result;
          const errno = Object.values(answers).find((answer) => answer >= NEGATIVE);
          if (errno === undefined) return result;
          throw new KernelError(
            { errno: 2 * NEGATIVE - errno, text: "the driver refused" },
            summaryOf(request),
          );
        }),
      );
  }

  /** Emits what was changed (`RTM_SETDCB`), and what drivers tell by themselves (`RTM_GETDCB`), until unsubscribed. */
  override notifications$(options?: NotificationOptions): Observable<Notification<Dcb>> {
    const told = Object.values(types).map((type) => ({ ...dcbObject, types: { new: type } }));
    return this.connection.notifications$(told, options);
  }
}
