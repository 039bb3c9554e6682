/** The follows of somebody who has collected them for years. With as many is tried whatever the popup does. */
export const crowd = { all: 2_000, live: 314 } as const;
