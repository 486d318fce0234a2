// Settings of links that no comparison sends, and why.

const READ_ONLY = "read-only";
const OBSOLETE = "the kernel takes no notice of it any more";
const NO_KERNEL = "no kernel that the tests run on has the kind; golden files show it";
const FROM_FILE = "made through a file, not by a request";
const NEEDS_PORT = "names a port; sent where ports are tested";

/** By kind: each setting that is not sent. `*` is all of a kind. */
export const UNSENT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  amt: { "*": NO_KERNEL },
  bareudp: { "*": NO_KERNEL },
  bond: { activeSlave: NEEDS_PORT, primary: NEEDS_PORT, adInfo: READ_ONLY },
  bridge: {
    rootId: READ_ONLY,
    bridgeId: READ_ONLY,
    rootPort: READ_ONLY,
    rootPathCost: READ_ONLY,
    topologyChange: READ_ONLY,
    topologyChangeDetected: READ_ONLY,
    helloTimer: READ_ONLY,
    tcnTimer: READ_ONLY,
    topologyChangeTimer: READ_ONLY,
    gcTimer: READ_ONLY,
    mcastHashElasticity: OBSOLETE,
    mcastQuerierState: READ_ONLY,
    fdbNLearned: READ_ONLY,
  },
  can: { "*": "needs a CAN controller; golden files show it" },
  dsa: { "*": "needs a switch chip; golden files show it" },
  gtp: { fd0: "a descriptor of a socket of user space", fd1: "a descriptor of a socket of user space" },
  hsr: { supervisionAddr: READ_ONLY, seqNr: READ_ONLY },
  ipoib: { "*": "needs an InfiniBand adapter; golden files show it" },
  macsec: { offload: "needs hardware that encrypts" },
  macvlan: { macaddrCount: READ_ONLY, bcQueueLenUsed: READ_ONLY },
  macvtap: {
    macaddrCount: READ_ONLY,
    bcQueueLenUsed: READ_ONLY,
    bcCutoff: "as for macvlan, whose code it is",
  },
  netdevsim: { "*": FROM_FILE },
  netkit: { primary: READ_ONLY },
  ppp: { devFd: "a descriptor of /dev/ppp that user space has set up" },
  rmnet: { "*": NO_KERNEL },
  tun: { "*": FROM_FILE },
  wwan: { "*": NO_KERNEL },
};
