import { expect, it } from "vitest";
import { pageRoff } from "#src/cli/manual/roff.js";

it("formats a page", () => {
  const page = {
    name: "rxnl link",
    brief: "list links",
    sections: [
      { title: "Examples", blocks: [{ type: "code", lines: ["rxnl link list --json", ".x \\n"] }] },
      {
        title: "Members",
        blocks: [
          { type: "entry", term: "mtu", facts: ["u32", "IFLA_MTU (4)"], text: "Largest `packet` in µs." },
          { type: "entry", term: "weight", facts: ["u32"], text: "" },
          { type: "paragraph", text: "" },
          { type: "paragraph", text: "'More'" },
        ],
      },
    ],
  } as const;
  expect(pageRoff(page, "1.2.3")).toEqual([
    '.TH "RXNL\\-LINK" 1 "" "rxnl 1.2.3" "Manual of rxnl"',
    ".SH NAME",
    "rxnl\\-link \\- list links",
    '.SH "EXAMPLES"',
    ".PP",
    ".RS 4",
    ".nf",
    "rxnl link list \\-\\-json",
    "\\&.x \\en",
    ".fi",
    ".RE",
    '.SH "MEMBERS"',
    ".TP",
    "\\fBmtu\\fR  u32  IFLA_MTU (4)",
    "Largest \\fBpacket\\fR in \\[u00B5]s.",
    ".TP",
    "\\fBweight\\fR  u32",
    ".PP",
    "\\&'More'",
    '.SH "SEE ALSO"',
    "\\fBrxnl\\fR(1)",
  ]);
});
