/**
 * Tools for tests: fake, scripted and recorded kernels, golden files, and throwaway network namespaces.
 *
 * @module
 */
export * from "@rxnetlink/fake-route";
export * from "@rxnetlink/testing";
export * from "@rxnetlink/testing/kernel";
