import { KernelError } from "@rxnetlink/core";
import { summaryOf } from "@rxnetlink/core/internal";
import {
  attributes,
  enumeration,
  type Infer,
  nest,
  readOnly,
  string,
  u32,
  uint,
} from "@rxnetlink/core/schema";
import { map } from "rxjs";
import { ETHTOOL_MSG_MODULE_FW_FLASH_NTF } from "../commands/replies.js";
import { ETHTOOL_MSG_MODULE_FW_FLASH_ACT } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import type { Activity } from "../common/progress.js";

/** Stages of flashing (`ETHTOOL_MODULE_FW_FLASH_STATUS_*`). */
export const moduleFwFlashStatus = enumeration("ETHTOOL_MODULE_FW_FLASH_STATUS_", u32, {
  started: 1,
  inProgress: 2,
  completed: 3,
  error: 4,
});

/** Attributes of flashing (`ETHTOOL_A_MODULE_FW_FLASH_*`). */
const moduleFwFlashAttributes = attributes("module-fw-flash", "ETHTOOL_A_MODULE_FW_FLASH_", {
  /** The link. */
  header: [1, header],
  /** Name of the image below the kernel's folders of firmware, such as `/lib/firmware`. Write-only. */
  fileName: [2, string],
  /** Password of the module, if it needs one. Write-only. */
  password: [3, u32],
  /** Stage. Read-only. */
  status: [4, readOnly(moduleFwFlashStatus)],
  /** Text about the stage. Read-only. */
  statusMsg: [5, readOnly(string)],
  /** Bytes written. Read-only. */
  done: [6, readOnly(uint)],
  /** Bytes to write. Read-only. */
  total: [7, readOnly(uint)],
});

/** Layout of `ETHTOOL_MSG_MODULE_FW_FLASH_*`. */
export const moduleFwFlashMessage = ofLink("module-fw-flash", moduleFwFlashAttributes);
/** Progress of flashing the firmware of a module; since 6.11. */
export interface ModuleFlash extends Infer<typeof moduleFwFlashMessage> {}

/** An image to flash. */
export interface ModuleImage extends Pick<ModuleFlash, "fileName" | "password"> {}

const layout = nest<ModuleFlash>(moduleFwFlashMessage);
const request = {
  type: ETHTOOL_MSG_MODULE_FW_FLASH_ACT,
  layout,
  label: { object: "module", verb: "flash", namedBy: ["devIndex"] },
};

const EIO = 5;

/** Returns how a module is flashed with an image. */
export function flashing(image: ModuleImage): Activity<ModuleFlash, ModuleFlash> {
  const flash = { ...request, value: image };
  return {
    request: flash,
    // Only the socket that asked for it gets them.
    reports: { name: "moduleFlash", layout, types: { new: ETHTOOL_MSG_MODULE_FW_FLASH_NTF }, groups: [] },
    checked: map((stage) => {
      if (stage.status !== "error") return stage;
      throw new KernelError({ errno: EIO, text: stage.statusMsg }, summaryOf(flash));
    }),
    isLast: ({ status }) => status === "completed",
  };
}
