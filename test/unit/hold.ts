/** Holds back the next answer of `fake`; the test gives it. */
export function holdNext<Answer>(fake: {
  readonly mockReturnValueOnce: (answer: Promise<Answer>) => unknown;
}): (answer: Answer) => void {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  fake.mockReturnValueOnce(promise);
  return resolve;
}
