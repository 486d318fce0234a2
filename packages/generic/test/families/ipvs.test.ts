import { describe } from "vitest";
import {
  IPVS_CMD_GET_CONFIG,
  IPVS_CMD_GET_INFO,
  IPVS_CMD_SET_CONFIG,
  IPVS_CMD_SET_INFO,
} from "#src/ipvs/commands.js";
import { ipvsDaemonObject } from "#src/ipvs/daemon.js";
import { ipvsDestinationObject } from "#src/ipvs/destination.js";
import { ipvsFamily } from "#src/ipvs/family.js";
import { ipvs } from "#src/ipvs/ipvs.js";
import { ipvsInfoMessage, ipvsMessage } from "#src/ipvs/layout.js";
import { ipvsServiceObject } from "#src/ipvs/service.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";

const SOCKOPT = "of the older interface by setsockopt()";
const CONNECTION = "a fact about a connection, which this family does not report";

familyGates({
  family: ipvsFamily,
  folder: "ipvs",
  open: ipvs,
  messages: [
    ipvsServiceObject,
    ipvsDestinationObject,
    ipvsDaemonObject,
    { types: { get: IPVS_CMD_GET_CONFIG, set: IPVS_CMD_SET_CONFIG }, layout: ipvsMessage },
    { types: { get: IPVS_CMD_GET_INFO, set: IPVS_CMD_SET_INFO }, layout: ipvsInfoMessage },
  ],
  atLeast: 9,
});

describe("drift", () => {
  familyDrift({
    folder: "ipvs",
    headers: ["ip_vs.h"],
    commands: ["IPVS_CMD_"],
    choices: {
      "ipvs-service.addr": {
        by: "af",
        formats: { inet: "ipv4", inet6: "ipv6" },
        because: "ip_vs_genl_fill_service()",
      },
      "ipvs-service.netmask": {
        by: "af",
        formats: { inet: "ipv4", inet6: "u32" },
        because: "ip_vs_genl_fill_service()",
      },
      "ipvs-dest.addr": {
        by: "addrFamily",
        formats: { inet: "ipv4", inet6: "ipv6" },
        because: "ip_vs_genl_fill_dest()",
      },
    },
    exceptions: {
      AF_: "of the C library",
      IPPROTO_: "of a header that is not in the reference",
    },
    omissions: {
      IPVS_GENL_: "the family's name and version stand in its module",
      IP_VS_BASE_CTL: SOCKOPT,
      IP_VS_CONN_F_: CONNECTION,
      IP_VS_IFNAME_MAXLEN: SOCKOPT,
      IP_VS_PEDATA_MAXLEN: CONNECTION,
      IP_VS_PENAME_MAXLEN: "the size of a name, which the kernel checks",
      IP_VS_SCHEDNAME_MAXLEN: "the size of a name, which the kernel checks",
      IP_VS_SO_: SOCKOPT,
      IP_VS_SVC_F_SCHED_SH_: "other names of flags of the scheduler",
      IP_VS_TUNNEL_ENCAP_FLAG_NOCSUM: "no flag: it is 0",
      IP_VS_VERSION_CODE: "the version, which is asked for",
      ip_vs_daemon_user: SOCKOPT,
      ip_vs_dest_entry: SOCKOPT,
      ip_vs_dest_user: SOCKOPT,
      ip_vs_get_: SOCKOPT,
      ip_vs_getinfo: SOCKOPT,
      ip_vs_service_entry: SOCKOPT,
      ip_vs_service_user: SOCKOPT,
      ip_vs_stats_user: SOCKOPT,
      ip_vs_timeout_user: SOCKOPT,
    },
  });
});
