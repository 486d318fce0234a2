import { describe } from "vitest";
import { dquot, dquotFamily, quotaWarningObject } from "#src/dquot/dquot.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";

familyGates({
  family: dquotFamily,
  open: dquot,
  messages: [quotaWarningObject],
  folder: "dquot",
  atLeast: 0,
});

const CALL = "of the system call quotactl()";

describe("drift", () => {
  familyDrift({
    folder: "dquot",
    headers: ["quota.h"],
    commands: ["QUOTA_NL_C_"],
    exceptions: {},
    omissions: {
      DQF_: CALL,
      IIF_: CALL,
      MAXQUOTAS: CALL,
      Q_: CALL,
      QFMT_: CALL,
      QIF_: CALL,
      SUBCMDMASK: CALL,
      SUBCMDSHIFT: CALL,
      if_: CALL,
    },
  });
});
