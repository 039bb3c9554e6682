/** An error that the extension logged or left uncaught. */
export interface Problem {
  /** The file or page it came from. */
  readonly where: string;
  readonly text: string;
}

/** Collects what went wrong in the extension, so that a test which passes by luck still fails. */
export class Problems {
  readonly #seen: Problem[] = [];
  #expected: readonly RegExp[] = [];

  /** Notes a problem; one that is reported twice is noted once. */
  add({ where, text }: Problem): void {
    if (!this.#seen.some((seen) => seen.where === where && seen.text === text))
      this.#seen.push({ where, text });
  }

  /** Problems that match are part of the test that runs now. */
  expect(...patterns: readonly RegExp[]): void {
    this.#expected = [...this.#expected, ...patterns];
  }

  /** The problems that nobody expected; forgets all of them, and what was expected. */
  take(): Problem[] {
    const expected = this.#expected;
    const unexpected = this.#seen.filter(({ text }) => !expected.some((pattern) => pattern.test(text)));
    this.#seen.length = 0;
    this.#expected = [];
    return unexpected;
  }
}
