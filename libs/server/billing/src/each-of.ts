/**
 * FROM clause that looks each key of an array up by itself: `keys` is a parameter, `lookup` a SELECT that compares with
 * `asked.key`; its rows are `found`. OFFSET 0 keeps the planner from joining: while a table is new and has no
 * statistics it believes an organisation to hold a handful of rows and would read all of them instead.
 */
export const eachOf = (keys: string, lookup: string): string =>
  `unnest(${keys}) AS asked(key) CROSS JOIN LATERAL (${lookup} OFFSET 0) AS found`;

/** Each key once, or its rows would come as often. */
export const unique = (keys: readonly string[]): string[] => [...new Set(keys)];
