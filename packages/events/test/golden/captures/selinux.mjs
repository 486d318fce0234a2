import { layoutsOf } from "../../../../testing/dist/golden/golden.js";
import { NETLINK_SELINUX } from "../../../dist/selinux/index.js";
import { selinuxPolicyloadObject, selinuxSetenforceObject } from "../../../dist/selinux/selinux.js";

const SET_UP =
  "mkdir -p /tmp/selinux; mountpoint -q /tmp/selinux || mount -t selinuxfs selinuxfs /tmp/selinux";

/** To be captured in a virtual machine that was started with `security=selinux selinux=1`; no policy is needed. */
const setenforce = (name, number) => ({
  protocol: NETLINK_SELINUX,
  folder: "selinux",
  layoutOf: layoutsOf(selinuxSetenforceObject, selinuxPolicyloadObject),
  name: `selinux-${name}`,
  groups: selinuxSetenforceObject.groups,
  types: [selinuxSetenforceObject.types.new],
  // The kernel reports to the initial namespace only.
  transportOf: ({ transport }) => ({
    socket$: ({ namespace: _, ...options }) => transport.socket$(options),
  }),
  run: `${SET_UP}; echo ${1 - number} > /tmp/selinux/enforce; echo ${number} > /tmp/selinux/enforce`,
  pick: ({ val }) => val === name,
});

export const captures = [setenforce("permissive", 0), setenforce("enforcing", 1)];
