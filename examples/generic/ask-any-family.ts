// Lists what any family of the kernel has, in five lines from its description. Those of the kernel are in its sources, in
// Documentation/netlink/specs; without one, the lines are about a description of the controller in words of its own.
//
//   $ node dist/generic/ask-any-family.js
//   familyName nlctrl familyId 16
//   $ node dist/generic/ask-any-family.js linux/Documentation/netlink/specs/netdev.yaml dev-get
//   ifindex 1 xdpFeatures <> ...

import { readFileSync } from "node:fs";
import { loadSpec, toText, ynl } from "rxnetlink/ynl";

const CONTROLLER = `
name: nlctrl
protocol: genetlink-legacy
attribute-sets:
  - name: family
    attributes: [{ name: family-id, type: u16 }, { name: family-name, type: string }]
operations:
  list: [{ name: get, value: 3, attribute-set: family, dump: { reply: {} } }]
`;

const [path, operation = "get"] = process.argv.slice(2);
const spec = loadSpec(path === undefined ? CONTROLLER : readFileSync(path, "utf8"));
const { layout } = spec.operations[operation]!;
const family = ynl(spec);
family.dump$(operation).subscribe((row) => console.log(toText(layout, row)));
