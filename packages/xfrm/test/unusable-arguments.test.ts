// Every verb of every object, given unusable arguments.
import { boundObjectsOf, unusableArgumentsGate } from "@rxnetlink/testing/gates";
import { opened } from "./support/objects.js";

unusableArgumentsGate((transport) => boundObjectsOf(opened(transport)));
