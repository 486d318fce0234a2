import type { LanguageService } from "typescript";

/** The aid in `tools/editor.mjs`. */
interface Editor {
  editorOf(file: string, program: string): LanguageService;
}

const tool = new URL("../../../../../tools/editor.mjs", import.meta.url);
export const { editorOf } = (await import(tool.href)) as Editor;
