import {
  attributes,
  binary,
  type Infer,
  nest,
  nestedArray,
  padding,
  repeated,
  u32,
} from "@rxnetlink/core/schema";

/** Attributes of what a BPF program stores with a socket (`SK_DIAG_BPF_STORAGE_*`). */
export const skBpfStorageAttributes = attributes("sk-bpf-storage-attrs", "SK_DIAG_BPF_STORAGE_", {
  /** Alignment. */
  pad: [1, padding],
  /** Id of the map. */
  mapId: [2, u32],
  /** Value. */
  mapValue: [3, binary],
});
/** A value that a BPF program stores with a socket. */
export interface SkBpfStorage extends Infer<typeof skBpfStorageAttributes> {}

/** `SK_DIAG_BPF_STORAGE`. */
const STORAGE = 1;

/** Attribute with the values that BPF programs store with a socket. */
export const skBpfStorages = nestedArray(STORAGE, nest<SkBpfStorage>(skBpfStorageAttributes));

/** Attributes of a request for such values (`SK_DIAG_BPF_STORAGE_REQ_*`). */
export const bpfStorageRequestAttributes = attributes(
  "sk-bpf-storage-request-attrs",
  "SK_DIAG_BPF_STORAGE_REQ_",
  {
    /** File descriptors of the maps, in this process; without them all that the socket has. */
    mapFd: [1, repeated(u32)],
  },
);
/** A request for what BPF programs store with a socket. */
export interface BpfStorageRequest extends Infer<typeof bpfStorageRequestAttributes> {}
