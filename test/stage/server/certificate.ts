/** The stage's TLS key and self-signed certificate, kept between starts. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';

/** Key and certificate as PEM. */
export interface Pair {
  readonly key: string;
  readonly cert: string;
}

const folder = join(import.meta.dirname, '../../../.output/stage');

/** The pair for `hosts`: the kept one while it fits, else a new one. */
export async function certificateFor(hosts: readonly string[]): Promise<Pair> {
  const file = join(folder, 'tls.json');
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as Pair;
    const certificate = new X509Certificate(kept.cert);
    const lasts = Date.parse(certificate.validTo) > Date.now() + 86_400_000;
    if (lasts && hosts.every((host) => certificate.checkHost(host) !== undefined)) return kept;
  } catch {
    // There is none yet, or it is unreadable: a new one is made.
  }
  // Loaded here alone: mostly there is one already.
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: 'the stage' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2 as const, value })) }],
  });
  const pair = { key: made.private, cert: made.cert };
  await mkdir(folder, { recursive: true });
  // Several stages may start at once: the file is whole or not there.
  const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  await writeFile(draft, JSON.stringify(pair));
  await rename(draft, file);
  return pair;
}
