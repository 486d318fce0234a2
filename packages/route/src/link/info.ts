import { attributes, type Infer, later, nest, readOnly } from "@rxnetlink/core";
import {
  type LinkData,
  type LinkInfoXstats,
  type LinkKind,
  type LinkMasterKind,
  type LinkPortData,
  linkData,
  linkInfoXstats,
  linkKind,
  linkMasterKind,
  linkPortData,
} from "./kinds/index.js";

/** What kind of virtual link it is (`IFLA_INFO_*`). */
export const linkInfoAttributes = attributes("linkinfo-attrs", "IFLA_INFO_", {
  /** The kind: `"vxlan"`, `"veth"` …; absent for hardware. */
  kind: [1, nest<LinkKind>(linkKind)],
  /** Settings of that kind. */
  data: [2, nest<LinkData>(linkData)],
  /** Statistics of that kind; read-only. */
  xstats: [3, readOnly(nest<LinkInfoXstats>(linkInfoXstats))],
  /** The kind of its master. */
  slaveKind: [4, nest<LinkMasterKind>(linkMasterKind)],
  /** Settings as a port of its master. */
  slaveData: [5, later(nest<LinkPortData>(linkPortData))],
});
/** What kind of virtual link it is. */
export interface LinkInfo extends Infer<typeof linkInfoAttributes> {}
