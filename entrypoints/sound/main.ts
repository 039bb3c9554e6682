/** A page that nobody sees, which Chrome's background opens to be heard: it rings, and is gone. */
import { ring } from '../../lib/sound/chime.ts';

const volume = Number(new URLSearchParams(location.search).get('volume') ?? 0);
void ring(volume).finally(() => window.close());
