/** The sound of a notification: two soft tones, made here and now. There is no file of it. */

/** A tone: how high, hertz; when it begins, and how long it rings, seconds. */
interface Tone {
  readonly hertz: number;
  readonly at: number;
  readonly seconds: number;
}

/** A fourth upwards. */
const tones: readonly Tone[] = [
  { hertz: 659.25, at: 0, seconds: 0.5 },
  { hertz: 880, at: 0.14, seconds: 0.9 },
];

/** How long it takes, seconds. */
export const chimeSeconds = Math.max(...tones.map(({ at, seconds }) => at + seconds));

/** At full volume, so that two tones together are not distorted. */
const loudest = 0.4;
/** A tone that begins or ends at once crackles: so long it swells, seconds … */
const swell = 0.02;
/** … and to this it fades, for it can never reach nothing that way. */
const silence = 0.001;

/** What the slider's `volume`, 0 to 100, is as a factor: ears do not hear evenly. */
export function loudnessOf(volume: number): number {
  return loudest * (Math.min(100, Math.max(0, volume)) / 100) ** 2;
}

/** Plays it in `context` at `volume`, 0 to 100. */
export function playIn(context: BaseAudioContext, volume: number): void {
  const all = context.createGain();
  all.gain.value = loudnessOf(volume);
  all.connect(context.destination);
  for (const { hertz, at, seconds } of tones) {
    const begin = context.currentTime + at;
    const envelope = context.createGain();
    envelope.gain.setValueAtTime(0, begin);
    envelope.gain.linearRampToValueAtTime(1, begin + swell);
    envelope.gain.exponentialRampToValueAtTime(silence, begin + seconds);
    const tone = context.createOscillator();
    tone.frequency.value = hertz;
    tone.connect(envelope).connect(all);
    tone.start(begin);
    tone.stop(begin + seconds);
  }
}

/** Plays it aloud, and resolves when it has rung out. Only where there is a document: a service worker makes no sound. */
export async function ring(volume: number): Promise<void> {
  const context = new AudioContext();
  try {
    playIn(context, volume);
    await new Promise((resolve) => setTimeout(resolve, chimeSeconds * 1_000 + 200));
  } finally {
    await context.close();
  }
}
