import { attributes, type Infer, later, nest, readOnly } from "@rxnetlink/core/schema";
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
} from "./kinds/formats.js";

/** Kind of a virtual link, with its settings (`IFLA_INFO_*`). */
export const linkInfoAttributes = attributes("linkinfo-attrs", "IFLA_INFO_", {
  /** Kind: `"vxlan"`, `"veth"` …; absent for hardware. */
  kind: [1, nest<LinkKind>(linkKind)],
  /** Settings of the kind. */
  data: [2, nest<LinkData>(linkData)],
  /** Statistics of the kind; read-only. */
  xstats: [3, readOnly(nest<LinkInfoXstats>(linkInfoXstats))],
  /** Kind of the master. */
  slaveKind: [4, nest<LinkMasterKind>(linkMasterKind)],
  /** Settings of the link as a port of the master. */
  slaveData: [5, later(nest<LinkPortData>(linkPortData))],
});
/** Kind of a virtual link, with its settings. */
export interface LinkInfo extends Infer<typeof linkInfoAttributes> {}
