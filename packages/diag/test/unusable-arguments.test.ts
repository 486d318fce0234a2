// Every verb of every object, given unusable arguments.
import { boundObjectsOf, unusableArgumentsGate } from "@rxnetlink/testing/gates";
import { sockDiag } from "#src/sock-diag.js";

unusableArgumentsGate((transport) => boundObjectsOf(sockDiag({ transport })));
