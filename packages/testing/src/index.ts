export {
  datagram,
  type Script,
  type ScriptedSocket,
  ScriptedTransport,
  scriptedTransport,
} from "@rxnetlink/core/scripted-transport";
