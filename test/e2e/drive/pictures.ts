import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a PNG under `folder` and returns its path. `name` may hold folders. */
export async function savePicture(folder: string, name: string, png: Uint8Array): Promise<string> {
  const path = join(folder, `${name}.png`);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, png);
  return path;
}
