import { frame, tools } from './inpage.ts';
import type { Json, When } from './surface.ts';

/**
 * The text of a program that runs `body` with the tools, the roots and its arguments and gives its result as JSON.
 *
 * @param roots an expression for the array of roots, in the program's own scope; it is asked when `body` begins
 */
export function program(body: string, roots: string, args: readonly Json[], when: When = 'now'): string {
  return `(async () => {
    ${when === 'at a frame' ? atFrame : ''}
    const result = await (${body})((${String(tools)})(), ${roots}, ...${JSON.stringify(args)});
    return JSON.stringify(result);
  })()`;
}

/** A program's line that waits for the page's next animation frame. */
export const atFrame = `await (${String(frame)})();`;

/** The result of a {@link program}. */
export function resultOf(json: unknown): unknown {
  return typeof json === 'string' ? JSON.parse(json) : undefined;
}
