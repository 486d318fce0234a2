import {
  batadvAlgorithmObject,
  batadvFamily,
  batadvHardifObject,
  batadvLocalClientObject,
  batadvMeshObject,
  batadvNeighborObject,
  batadvOriginatorObject,
  batadvVlanObject,
} from "../../../dist/batadv/index.js";
import { capturesIn } from "../family-captures.mjs";

const messages = [
  batadvMeshObject,
  batadvHardifObject,
  batadvVlanObject,
  batadvAlgorithmObject,
  batadvLocalClientObject,
  batadvNeighborObject,
  batadvOriginatorObject,
];
const { message } = capturesIn({ family: batadvFamily, messages });

/** Two meshes over the ends of a pair: two nodes. */
const MADE = [
  "ip link add v1 index 21 type veth peer v2 index 22",
  "ip link add bat1 index 31 type batadv; ip link add bat2 index 32 type batadv",
  "ip link set v1 master bat1; ip link set v2 master bat2",
  "for link in v1 v2 bat1 bat2; do ip link set $link up; done",
];
const MET =
  "for try in $(seq 100); do batctl meshif bat1 originators -H | grep -q . && break; sleep 0.2; done";

const asked = (name, { layout, types }, flags, value, before = []) =>
  message({
    name,
    before: [...MADE, ...before],
    types: [types.get],
    request: { type: types.get, flags, layout, value },
  });
const DUMP = 0x300;
const meshIfindex = 31;

export const captures = [
  asked("batadvMesh", batadvMeshObject, 0, { meshIfindex }),
  asked("batadvHardif", batadvHardifObject, 0, { meshIfindex, hardIfindex: 21 }),
  asked("batadvVlan", batadvVlanObject, 0, { meshIfindex, vlanid: 5 }, [
    "ip link add link bat1 name bat1.5 type vlan id 5; ip link set bat1.5 up",
  ]),
  asked("batadvAlgorithm", batadvAlgorithmObject, DUMP, {}),
  asked("batadvLocalClient", batadvLocalClientObject, DUMP, { meshIfindex }, [MET]),
  asked("batadvNeighbor", batadvNeighborObject, DUMP, { meshIfindex }, [MET]),
  asked("batadvOriginator", batadvOriginatorObject, DUMP, { meshIfindex }, [MET]),
  message({
    name: "batadvMesh-changed",
    before: MADE,
    run: "batctl meshif bat1 gw_mode server 20mbit/5mbit",
    groups: batadvMeshObject.groups,
    types: [batadvMeshObject.types.set],
  }),
];
