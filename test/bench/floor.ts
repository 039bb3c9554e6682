/**
 * The floor: a bare page of the extension that reads the stored list as the popup does and draws its first rows by hand.
 * No page that shows live channels can be there sooner.
 */
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const page = `<!doctype html>
<meta charset="utf-8">
<style>body{margin:0;font:13px sans-serif;width:420px}li{height:62px;display:flex;gap:8px;list-style:none}</style>
<ul></ul>
<script src="floor.js"></script>
`;

const script = `const open = indexedDB.open('sidestage');
open.onsuccess = () => {
  const read = open.result.transaction('live').objectStore('live').getAll();
  read.onsuccess = () => {
    const list = document.querySelector('ul');
    for (const { name, title, category, viewers } of read.result[0].streams.slice(0, 12)) {
      const row = document.createElement('li');
      row.className = 'ss-row';
      for (const words of [name, title, category, String(viewers)]) {
        row.append(Object.assign(document.createElement('span'), { textContent: words }));
      }
      list.append(row);
    }
  };
};
`;

/** Copies the build at `from` to `to` and adds the floor page; nothing else in the copy differs. */
export async function withFloor(from: string, to: string): Promise<string> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true });
  // The policy of the build wants styles in files; the floor may keep its own in the page's head all the same.
  await writeFile(
    join(to, 'floor.html'),
    page.replace(/<style>(.*)<\/style>/, '<link rel="stylesheet" href="floor.css">'),
  );
  await writeFile(join(to, 'floor.css'), /<style>(.*)<\/style>/.exec(page)?.[1] ?? '');
  await writeFile(join(to, 'floor.js'), script);
  return to;
}
