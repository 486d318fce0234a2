import {
  type AttributesOf,
  attributes,
  enumeration,
  flags,
  type Infer,
  lazy,
  message,
  nest,
  nestedArray,
  string,
  type Type,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import { portHandleAttributes } from "../common/handle.js";

/** Units of resources (`DEVLINK_RESOURCE_UNIT_*`). */
export const devlinkResourceUnit = enumeration("DEVLINK_RESOURCE_UNIT_", u8, {
  /** Entries of a table. */
  entry: 0,
});

/** Resources to list (`DEVLINK_RESOURCE_SCOPE_*`). */
export const devlinkResourceScope = flags("DEVLINK_RESOURCE_SCOPE_", u32, {
  /** Those of instances. */
  dev: 0x1,
  /** Those of ports. */
  port: 0x2,
});

/** Attributes of resources (`DEVLINK_ATTR_RESOURCE_*`). */
const resourceAttributes = attributes("dl-resource", "DEVLINK_ATTR_", {
  /** Resources that this one consists of. A resource may have others inside, as deep as the device needs. */
  resourceList: [
    63,
    nestedArray(
      64,
      lazy((): Type<DevlinkResource> => resourceAttributes),
    ),
  ],
  /** Name: `"IPv4"`. */
  resourceName: [65, string],
  /** Number, unique in the instance. */
  resourceId: [66, u64],
  /** Size, in units. */
  resourceSize: [67, u64],
  /** Size after the next reload, if it differs. */
  resourceSizeNew: [68, u64],
  /** 1 if the sizes of the resources inside fit together. */
  resourceSizeValid: [69, u8],
  /** Smallest size. */
  resourceSizeMin: [70, u64],
  /** Largest size; all bits set if unlimited. */
  resourceSizeMax: [71, u64],
  /** Number of units that sizes are multiples of. */
  resourceSizeGran: [72, u64],
  /** Unit. */
  resourceUnit: [73, devlinkResourceUnit],
  /** Units in use, if the driver counts them. */
  resourceOcc: [74, u64],
});
/** A resource of a device, such as a table. */
export interface DevlinkResource extends Infer<typeof resourceAttributes> {}

/** Attributes of messages of resources (`DEVLINK_ATTR_*`). */
const resourcesAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...portHandleAttributes,
  /** The resources. */
  resourceList: [63, nestedArray(64, nest<DevlinkResource>(resourceAttributes))],
  /** The resource to change. Write-only. */
  resourceId: [66, u64],
  /** Its size after the next reload. Write-only. */
  resourceSize: [67, u64],
  /** Resources to list, of all instances; since 7.1. Write-only. */
  resourceScopeMask: [185, devlinkResourceScope],
});

/** Layout of `DEVLINK_CMD_RESOURCE_DUMP` and `_SET`. */
export const devlinkResourcesMessage = message("resources", genlmsghdr, resourcesAttributes);
/** Resources of an instance. */
export interface DevlinkResources
  extends AttributesOf<typeof portHandleAttributes>,
    Infer<typeof devlinkResourcesMessage> {}
