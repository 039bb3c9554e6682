import axe from 'axe-core';

import type { Surface } from './drive/session.ts';

/** What axe finds on a page, one line a rule with the first place where it is broken. */
export async function violations(page: Surface): Promise<string[]> {
  // It is half a megabyte: it goes into a document once.
  if (!(await page.evaluate(() => 'axe' in window)))
    await page.evaluate(Object.assign(() => undefined, { toString: () => `() => { ${axe.source} }` }));
  return page.evaluate(async () => {
    const found = (await window.axe.run()).violations;
    return found.map(({ id, help, nodes }) => `${id}: ${help}; ${nodes[0]?.html ?? ''}`);
  });
}
