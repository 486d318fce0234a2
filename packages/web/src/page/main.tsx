import "./style/page.css";
import { render } from "preact";
import { followKeys } from "./bar/press.js";
import { followTheme } from "./look/theme.js";
import { Page } from "./page.js";
import { follow } from "./store/connection.js";
import { followHash } from "./store/hash.js";
import { followMoment } from "./store/moment.js";

followTheme();
followHash();
followMoment();
followKeys();
follow();
render(<Page />, document.getElementById("page")!);
