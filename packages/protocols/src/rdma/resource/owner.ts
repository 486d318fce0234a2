import { readOnly, sharedAttributes, string, u32 } from "@rxnetlink/core/schema";

/** Attributes that name the owner of a resource. */
export const resourceOwner = sharedAttributes({
  /** Process that owns it, by its id in the namespace of the caller; absent for those of the kernel. Read-only. */
  resPid: [28, readOnly(u32)],
  /** Part of the kernel that owns it; absent for those of processes. Read-only. */
  resKernName: [29, readOnly(string)],
});
