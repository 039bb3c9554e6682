/** What hotkeys do: walking through lines, and pressing the buttons of the line that is meant. */
import { type Hotkey, hotkeysAt, type PanelId, panelOf } from '../../lib/hotkeys/hotkeys.ts';

/** What {@link lineKeys} needs. */
export interface LineKeysParts {
  readonly hotkeys: () => readonly Hotkey[];
  /** Every line in the page, oldest first. */
  readonly lines: () => readonly HTMLElement[];
  /** Whether a chatter's message stands in this line. */
  readonly isMessage: (line: HTMLElement) => boolean;
  /** The line that has the tools. */
  readonly line: () => HTMLElement | undefined;
  /** A menu or a question is open: keys are for it. */
  readonly isBusy: () => boolean;
  /** Whether a key at `at` (event time, ms) means the line that has the tools; says so where it does not. */
  readonly isMeant: (at: number) => boolean;
  /** Puts the keyboard on a line. */
  readonly goTo: (line: HTMLElement) => void;
  /** Takes the keyboard off the lines. */
  readonly leave: () => void;
  /** Presses the button that the hotkey stands for. */
  readonly press: (hotkey: Hotkey) => void;
  readonly undo: () => void;
  readonly help: () => void;
  /** Opens a panel; whether there is such a one. */
  readonly open: (panel: PanelId) => boolean;
}

/** Answers a chord: whether it was one of ours, and did (or was refused) what it stands for. */
export function lineKeys(parts: LineKeysParts): (chord: string, at: number, isRepeat: boolean) => boolean {
  const step = (way: -1 | 1): boolean => {
    const lines = parts.lines();
    const from = lines.indexOf(parts.line() ?? document.body);
    for (let place = from < 0 ? (way < 0 ? lines.length : -1) : from; ;) {
      place += way;
      const next = lines[place];
      if (!next) return true;
      if (!parts.isMessage(next)) continue;
      parts.goTo(next);
      return true;
    }
  };
  const newest = (): boolean => {
    const line = parts.lines().findLast(parts.isMessage);
    if (line) parts.goTo(line);
    return line !== undefined;
  };

  return (chord, at, isRepeat) => {
    const [hotkey] = hotkeysAt(parts.hotkeys(), chord);
    if (!hotkey || parts.isBusy()) return false;
    const panel = panelOf(hotkey);
    if (panel !== undefined) return isRepeat || parts.open(panel);
    const line = parts.line();
    // Into chat one comes by one key alone: all others may have a meaning in the page.
    if (hotkey.id === 'line.down' && !line) return newest();
    if (!line?.isConnected) return false;
    switch (hotkey.id) {
      case 'line.down':
        return step(1);
      case 'line.up':
        return step(-1);
      case 'line.newest':
        return newest();
      case 'line.leave':
        parts.leave();
        return true;
      case 'help.keys':
        parts.help();
        return true;
    }
    if (isRepeat || !parts.isMeant(at)) return true;
    if (hotkey.id === 'line.undo') parts.undo();
    else parts.press(hotkey);
    return true;
  };
}
