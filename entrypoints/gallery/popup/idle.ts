/** Whatever can be done, nothing happens. */
export const idle = new Proxy({}, { get: () => () => undefined }) as never;
