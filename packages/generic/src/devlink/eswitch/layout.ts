import {
  type AttributesOf,
  attributes,
  enumeration,
  type Infer,
  ifDifferent,
  message,
  u8,
  u16,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import { handleAttributes } from "../common/handle.js";

/** Modes of the embedded switch (`DEVLINK_ESWITCH_MODE_*`). */
export const devlinkEswitchMode = enumeration("DEVLINK_ESWITCH_MODE_", u16, {
  /** It forwards by address and VLAN. */
  legacy: 0,
  /** It does what the kernel has it do, by a link for each of its ports. */
  switchdev: 1,
  /** As `switchdev`, but it does not forward yet; since 6.19. */
  switchdevInactive: 2,
});

/** Headers that a virtual function has to put into the descriptor of a packet (`DEVLINK_ESWITCH_INLINE_MODE_*`). */
export const devlinkEswitchInlineMode = enumeration("DEVLINK_ESWITCH_INLINE_MODE_", u8, {
  none: 0,
  /** Those of the link layer. */
  link: 1,
  /** Those up to the network layer. */
  network: 2,
  /** Those up to the transport layer. */
  transport: 3,
});

/** Encapsulation by the embedded switch (`DEVLINK_ESWITCH_ENCAP_MODE_*`). */
export const devlinkEswitchEncapMode = enumeration("DEVLINK_ESWITCH_ENCAP_MODE_", u8, {
  none: 0,
  /** It puts packets into tunnels and takes them out. */
  basic: 1,
});

const eswitchAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...handleAttributes,
  /** Mode. */
  eswitchMode: [25, ifDifferent(devlinkEswitchMode)],
  /** Headers that a virtual function has to give with a packet. */
  eswitchInlineMode: [26, ifDifferent(devlinkEswitchInlineMode)],
  /** Encapsulation. */
  eswitchEncapMode: [62, ifDifferent(devlinkEswitchEncapMode)],
});

/** Layout of `DEVLINK_CMD_ESWITCH_*`. */
export const devlinkEswitchMessage = message("eswitch", genlmsghdr, eswitchAttributes);
/** The modes of the switch that is embedded in a device. */
export interface DevlinkEswitch
  extends AttributesOf<typeof handleAttributes>,
    Infer<typeof devlinkEswitchMessage> {}
