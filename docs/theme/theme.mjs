// TypeDoc plugin: the look of the site. Colours and sizes are in style.css, which TypeDoc copies.
import { DefaultTheme, DefaultThemeRenderContext, IndexEvent, JSX, PageEvent } from "typedoc";
import { withDrawings } from "./drawings.mjs";
import { sections } from "./navigation.mjs";
import { addWords } from "./search.mjs";
import { wireLine, wireTable } from "./wire.mjs";

/** Opens the guides in the navigation of a reader who is new. */
const FIRST_VISIT = `localStorage.setItem("tsd-accordion-Guides", localStorage.getItem("tsd-accordion-Guides") ?? "true");`;

/** The parts of a page that differ from TypeDoc's own. */
class Context extends DefaultThemeRenderContext {
  constructor(...args) {
    super(...args);
    const { breadcrumbs, reflectionPreview } = this;
    // A guide is on no path.
    this.breadcrumbs = (model) => (model.isDocument() ? undefined : breadcrumbs(model));
    // The wire table shows the members of a layout, in the place of a long declaration.
    this.reflectionPreview = (model) => wireTable(model, this) ?? reflectionPreview(model);
  }

  /** The navigation without a link to the project, which the bar has. */
  navigation = () => {
    const list = { class: "tsd-small-nested-navigation", id: "tsd-nav-container" };
    return JSX.createElement("nav", { class: "tsd-navigation" }, JSX.createElement("ul", list));
  };
}

class Theme extends DefaultTheme {
  ContextClass = Context;

  buildNavigation(project) {
    const modules = super.buildNavigation(project).filter(({ path }) => path?.startsWith("modules/"));
    return sections(project.documents ?? [], modules, (document) => this.router.getFullUrl(document));
  }
}

export function load(app) {
  app.renderer.defineTheme("rxnetlink", Theme);
  app.renderer.hooks.on("comment.beforeTags", (_, comment) => wireLine(comment));
  app.renderer.on(IndexEvent.PREPARE_INDEX, addWords);
  app.renderer.on(PageEvent.END, (page) => {
    if (page.model.isDocument?.()) page.contents = withDrawings(page.contents);
  });
  app.renderer.hooks.on("head.end", () => {
    return JSX.createElement("script", null, JSX.createElement(JSX.Raw, { html: FIRST_VISIT }));
  });
}
