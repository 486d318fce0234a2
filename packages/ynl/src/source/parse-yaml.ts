import { CORE_SCHEMA, load, YAMLException } from "js-yaml";
import { SpecError } from "./spec-error.js";

/**
 * Parses YAML.
 *
 * @throws SpecError with the line.
 */
export function parseYaml(text: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line, column } = error.mark;
    throw new SpecError(`line ${line + 1}, column ${column + 1}`, error.reason, undefined, { cause: error });
  }
}
