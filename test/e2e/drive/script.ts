import { tools } from './inpage.ts';
import type { Json } from './surface.ts';

/**
 * The text of a program that runs `body` with the tools, the roots and its arguments and gives its result as JSON.
 *
 * @param roots an expression for the array of roots, in the program's own scope
 */
export function program(body: string, roots: string, args: readonly Json[]): string {
  return `(async () => {
    const result = await (${body})((${String(tools)})(), ${roots}, ...${JSON.stringify(args)});
    return JSON.stringify(result);
  })()`;
}

/** The result of a {@link program}. */
export function resultOf(json: unknown): unknown {
  return typeof json === 'string' ? JSON.parse(json) : undefined;
}
