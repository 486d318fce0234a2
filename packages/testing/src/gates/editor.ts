import type { LanguageService } from "typescript";

/** The aid in `tools/editor.mjs`. */
interface Editor {
  editorOf(file: string, program: string): LanguageService;
}

const tool = new URL("../../../../tools/editor.mjs", import.meta.url);
/** Returns an editor of a program that exists only in memory, as users' editors see our packages. */
export const { editorOf } = (await import(tool.href)) as Editor;
