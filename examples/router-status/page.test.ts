import { expect, test } from "vitest";
import { escaped, pageOf, speed } from "./page.js";

test("text is shown as it is", () => {
  expect(escaped(`<b title="x">&</b>`)).toBe("&lt;b title=&quot;x&quot;&gt;&amp;&lt;/b&gt;");
});

test.each([
  [0, "0 B/s"],
  [999, "999 B/s"],
  [1000, "1.0 kB/s"],
  [125e6, "125.0 MB/s"],
  [5e13, "50000.0 GB/s"],
])("speed(%d) is %s", (bytes, text) => expect(speed(bytes)).toBe(text));

test("the page shows what there is, and why something is missing", () => {
  const links = [{ link: "<eth0>", state: "up", addresses: ["192.0.2.1/24"], received: 1500, sent: 0 }];
  const page = pageOf({ links, routes: [], neighbours: [], counters: "EPERM & co" }, "router");
  expect(page).toContain(
    '<td>&lt;eth0&gt;</td><td class="up">up</td><td>192.0.2.1/24</td><td class="number">1.5 kB/s</td>',
  );
  expect(page).toContain("<h2>Routes</h2>\n<p>none</p>");
  expect(page).toContain("<h2>Firewall</h2>\n<p>EPERM &amp; co</p>");
});
