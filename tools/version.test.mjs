// How notes become the changelog.
import { describe, expect, it } from "vitest";
import { notes, section, withSection } from "./version.mjs";

describe("the changelog", () => {
  it("shows a lone note as it is", () => {
    expect(section("0.1.0", [{ step: "minor", text: "First release." }])).toBe(
      "## 0.1.0\n\nFirst release.\n",
    );
  });

  it("sorts notes by what they change", () => {
    const several = [
      { step: "patch", text: "A fix." },
      { step: "minor", text: "A feature.\n\nIts details." },
      { step: "patch", text: "Another fix,\nin two lines." },
    ];
    expect(section("0.2.0", several)).toBe(
      "## 0.2.0\n\n### New\n\n- A feature.\n\n  Its details.\n\n### Fixed\n\n- A fix.\n- Another fix,\n  in two lines.\n",
    );
  });

  it("has the newest section first", () => {
    const once = withSection("# Changelog\n\nAll packages.\n", "## 0.1.0\n\nFirst.\n");
    expect(once).toBe("# Changelog\n\nAll packages.\n\n## 0.1.0\n\nFirst.\n");
    expect(withSection(once, "## 0.2.0\n\nSecond.\n")).toBe(
      "# Changelog\n\nAll packages.\n\n## 0.2.0\n\nSecond.\n\n## 0.1.0\n\nFirst.\n",
    );
  });

  it("can be made of the notes that wait", () => {
    for (const { step, text } of notes())
      expect([step, text]).toEqual([expect.any(String), expect.stringMatching(/\w/)]);
  });
});
