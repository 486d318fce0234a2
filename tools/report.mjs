// A reporter of Vitest that writes the counts, all failures, errors outside tests among them, and the names of the files that
// failed to the file RXNETLINK_REPORT.
import { writeFileSync } from "node:fs";

const textOf = (error) => String(error.stack ?? error.message ?? error).slice(0, 1500);

/** Lists the failures of a test, a suite or a file. */
const failuresOf = (entity, name) =>
  (typeof entity.result === "function" ? (entity.result().errors ?? []) : entity.errors()).map(
    (error) => `${name}\n${textOf(error)}`,
  );

/** Counts the tests of all files, and gathers what failed in them and outside of them. */
function resultOf(modules, unhandled) {
  const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
  const failures = unhandled.map((error) => `outside of the tests\n${textOf(error)}`);
  for (const module of modules) {
    failures.push(...failuresOf(module, module.relativeModuleId));
    for (const suite of module.children.allSuites())
      failures.push(...failuresOf(suite, `${module.relativeModuleId} > ${suite.fullName}`));
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      counts[state]++;
      if (state === "failed")
        failures.push(...failuresOf(test, `${module.relativeModuleId} > ${test.fullName}`));
    }
  }
  const files = modules.filter((module) => !module.ok()).map((module) => module.relativeModuleId);
  return { ...counts, failures, files };
}

export default class {
  onTestRunEnd(modules, unhandled) {
    writeFileSync(process.env.RXNETLINK_REPORT, JSON.stringify(resultOf(modules, unhandled)));
  }
}
