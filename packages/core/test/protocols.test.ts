// The table of protocols and the names of groups against the constants of the kernel's headers.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { protocolConstant } from "#src/protocol/names.js";
import { type NetlinkProtocol, netlinkProtocols } from "#src/protocol/protocols.js";

function checkout(): string {
  let root = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(root, "pnpm-workspace.yaml")) && root !== "/") root = dirname(root);
  return root;
}

const file = join(checkout(), "../shared/uapi/constants.json");
const lacking = !existsSync(file);
if (lacking) console.log("names of groups not compared: there is no ../shared/uapi next to the checkout");
const headers: Readonly<Record<string, Readonly<Record<string, number>>>> = lacking
  ? {}
  : JSON.parse(readFileSync(file, "utf8"));

/** Where the groups of a protocol stand: the header, and the names of their constants with the name of the group in them. */
const SOURCES: readonly [protocol: number, header: string, constant: RegExp][] = [
  [0, "rtnetlink.h", /^RTNLGRP_(\w+)$/],
  [4, "sock_diag.h", /^SKNLGRP_(\w+)$/],
  [6, "xfrm.h", /^XFRMNLGRP_(\w+)$/],
  [7, "selinux_netlink.h", /^SELNLGRP_(\w+)$/],
  [9, "audit.h", /^AUDIT_NLGRP_(\w+)$/],
  [11, "connector.h", /^CN_(?:IDX_(\w+)|(\w+)_IDX)$/],
  [12, "netfilter/nfnetlink.h", /^NFNLGRP_(\w+)$/],
];

/** Constants that are no groups. */
const NOT_GROUPS = /^(NONE|MAX|NOP\d)$/;

const rows: readonly NetlinkProtocol[] = netlinkProtocols;

describe.skipIf(lacking)("the kernel's headers", () => {
  it("have the protocols of the table, and no others", () => {
    const constants = Object.entries(headers["netlink.h"]!).slice(
      0,
      Object.keys(headers["netlink.h"]!).indexOf("MAX_LINKS"),
    );
    const known = constants.filter(([name]) => name !== "NETLINK_INET_DIAG");
    const declared = rows.filter(({ name }) => name !== undefined);
    expect(declared.map(({ number }) => [protocolConstant(number), number])).toEqual(known);
    expect(headers["netlink.h"]!.MAX_LINKS).toBe(rows.length);
  });

  it.each(SOURCES)("have the groups of protocol %s in %s, and no others", (protocol, header, pattern) => {
    const groups = Object.entries(headers[header]!).flatMap(([constant, number]): [string, number][] => {
      const [, name = ""] = (pattern.exec(constant) ?? []).filter((it) => it !== undefined);
      if (name === "" || NOT_GROUPS.test(name)) return [];
      return [[name.toLowerCase().replaceAll("_", "-"), number]];
    });
    expect(Object.entries(rows[protocol]!.groups ?? {})).toEqual(groups);
  });
});
