import { attributes, type Infer, message } from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import { wifiBeaconAttributes } from "../ap/beacon.js";
import { wifiApAttributes } from "../ap/layout.js";
import { wifiKeyAttributes } from "../connect/key.js";
import { wifiConnectAttributes } from "../connect/layout.js";
import { wifiSecurityAttributes } from "../connect/security.js";
import { wifiEventAttributes } from "../event/members.js";
import { wifiFrameAttributes } from "../frame/layout.js";
import { wifiNanAttributes } from "../frame/nan.js";
import { wifiInterfaceAttributes } from "../interface/layout.js";
import { wifiRateSettingAttributes } from "../interface/rates.js";
import { wifiMeshAttributes } from "../mesh/layout.js";
import { wifiPhyCapabilityAttributes, wifiPhySettingAttributes } from "../phy/capabilities.js";
import { wifiChannelAttributes } from "../phy/channel.js";
import { wifiRegAttributes } from "../regulatory/layout.js";
import { wifiScanAttributes } from "../scan/layout.js";
import { wifiStationAttributes } from "../station/layout.js";
import { wifiSurveyAttributes } from "../survey/layout.js";
import { wifiWakeMembersAttributes } from "../wake/layout.js";
import { wifiIdentityAttributes } from "./identity.js";

/** All attributes of `nl80211` (`NL80211_ATTR_*`), which its commands share; each notion has a data sheet of its own. */
export const nl80211Attributes = attributes("nl80211-attrs", "NL80211_ATTR_", {
  ...wifiIdentityAttributes.set,
  ...wifiInterfaceAttributes.set,
  ...wifiChannelAttributes.set,
  ...wifiPhyCapabilityAttributes.set,
  ...wifiPhySettingAttributes.set,
  ...wifiStationAttributes.set,
  ...wifiSurveyAttributes.set,
  ...wifiRegAttributes.set,
  ...wifiScanAttributes.set,
  ...wifiSecurityAttributes.set,
  ...wifiConnectAttributes.set,
  ...wifiKeyAttributes.set,
  ...wifiMeshAttributes.set,
  ...wifiBeaconAttributes.set,
  ...wifiApAttributes.set,
  ...wifiRateSettingAttributes.set,
  ...wifiWakeMembersAttributes.set,
  ...wifiFrameAttributes.set,
  ...wifiEventAttributes.set,
  ...wifiNanAttributes.set,
});

/** Layout of all messages of `nl80211`. */
export const wifiMessage = message("nl80211", genlmsghdr, nl80211Attributes);
/** A message of `nl80211`: its members depend on the command. */
export interface WifiMessage
  extends Infer<typeof wifiIdentityAttributes>,
    Infer<typeof wifiInterfaceAttributes>,
    Infer<typeof wifiChannelAttributes>,
    Infer<typeof wifiPhyCapabilityAttributes>,
    Infer<typeof wifiPhySettingAttributes>,
    Infer<typeof wifiStationAttributes>,
    Infer<typeof wifiSurveyAttributes>,
    Infer<typeof wifiRegAttributes>,
    Infer<typeof wifiScanAttributes>,
    Infer<typeof wifiSecurityAttributes>,
    Infer<typeof wifiConnectAttributes>,
    Infer<typeof wifiKeyAttributes>,
    Infer<typeof wifiMeshAttributes>,
    Infer<typeof wifiBeaconAttributes>,
    Infer<typeof wifiApAttributes>,
    Infer<typeof wifiRateSettingAttributes>,
    Infer<typeof wifiWakeMembersAttributes>,
    Infer<typeof wifiFrameAttributes>,
    Infer<typeof wifiEventAttributes>,
    Infer<typeof wifiNanAttributes>,
    Infer<typeof wifiMessage> {}
