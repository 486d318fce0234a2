// Names of groups against the constants of the headers of RDMA, SCSI and iSCSI.
import { readFileSync } from "node:fs";
import { netlinkProtocols } from "@rxnetlink/core";
import { expect, test } from "vitest";

const { constants } = JSON.parse(
  readFileSync(new URL("../../test/drift/uapi.json", import.meta.url), "utf8"),
) as { readonly constants: Readonly<Record<string, Readonly<Record<string, number>>>> };

test.each([
  [8, "scsi/iscsi_if.h", "ISCSI_NL_GRP_"],
  [18, "scsi/scsi_netlink.h", "SCSI_NL_GRP_"],
  [20, "rdma/rdma_netlink.h", "RDMA_NL_GROUP_"],
] as const)("the groups of protocol %s are those of %s", (protocol, header, prefix) => {
  const groups = Object.entries(constants[header]!).flatMap(([name, number]): [string, number][] =>
    name.startsWith(prefix) && !name.endsWith("_CNT")
      ? [[name.slice(prefix.length).toLowerCase().replaceAll("_", "-"), number]]
      : [],
  );
  expect(Object.entries(netlinkProtocols[protocol].groups)).toEqual(groups);
});
