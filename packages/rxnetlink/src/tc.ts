/**
 * Traffic control: queueing disciplines, classes, filters, chains and actions, their handles and units.
 *
 * @module
 */
export * from "@rxnetlink/route/tc";
