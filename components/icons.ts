/**
 * Our icons as data, those that are drawn in other people's pages too (`page-icons.ts` has the rest): one path each, drawn on a 20×20 grid as strokes with round ends.
 * A dot is a line of no length.
 */
import type { pageIcons } from './page-icons.ts';

/** Name → path. */
export const icons = {
  broom: 'M16.5 3.5 10.5 9.5M8.2 8.2l3.6 3.6M8.2 8.2 3 12.5 7.5 17l4.3-5.2M5.2 14.8l2-1.6',
  bell: 'M10 3a4.5 4.5 0 0 0-4.5 4.5c0 4-1.5 5-1.5 6h12c0-1-1.5-2-1.5-6A4.5 4.5 0 0 0 10 3ZM8.3 16.2a1.8 1.8 0 0 0 3.4 0',
  ban: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM5.1 5.1l9.8 9.8',
  check: 'M4 10.5 8 14.5 16 5.5',
  'chevron-down': 'M5.5 8 10 12.5 14.5 8',
  'chevron-up': 'M5.5 12 10 7.5 14.5 12',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM10 6.2V10l2.6 2.2',
  close: 'M5 5l10 10M15 5 5 15',
  copy: 'M8 7h7.5a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1ZM13 7V4.5a1 1 0 0 0-1-1H4.5a1 1 0 0 0-1 1V12a1 1 0 0 0 1 1H7',
  drag: 'M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01',
  edit: 'M4 16l.8-3.6 8.3-8.3a1.5 1.5 0 0 1 2.1 0l.7.7a1.5 1.5 0 0 1 0 2.1l-8.3 8.3L4 16ZM11.5 5.7l2.8 2.8',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5ZM10 7.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4Z',
  flag: 'M5 17V3.5M5 4h9.5l-2 3.5 2 3.5H5',
  hourglass:
    'M5 3h10M5 17h10M6.2 3v2.3c0 2.2 3.8 3.2 3.8 4.7s-3.8 2.5-3.8 4.7V17M13.8 3v2.3c0 2.2-3.8 3.2-3.8 4.7s3.8 2.5 3.8 4.7V17',
  info: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM10 9.2v4.3M10 6.5h.01',
  list: 'M8 5.5h9M8 10h9M8 14.5h9M3.8 5.5h.01M3.8 10h.01M3.8 14.5h.01',
  lock: 'M5.5 9h9a1 1 0 0 1 1 1v5.5a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1ZM6.8 9V6.5a3.2 3.2 0 0 1 6.4 0V9',
  message:
    'M4.5 4h11A1.5 1.5 0 0 1 17 5.5v7a1.5 1.5 0 0 1-1.5 1.5H10l-3.5 3V14h-2A1.5 1.5 0 0 1 3 12.5v-7A1.5 1.5 0 0 1 4.5 4Z',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  mute: 'M9.5 4.5 6 7.5H3.5v5H6l3.5 3v-11ZM13 8l4 4M17 8l-4 4',
  offline:
    'M3 3l14 14M2.8 8.2A10.5 10.5 0 0 1 6 6M10 5a10.5 10.5 0 0 1 7.2 3.2M5.5 11.2A6.8 6.8 0 0 1 8.5 9.4M13.4 10.3l1.1.9M10 15h.01',
  note: 'M5 3.5h10a1 1 0 0 1 1 1v7.5l-4.5 4.5H5a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1ZM16 12h-4.5v4.5M7 7h6M7 10h3.5',
  pin: 'M7.2 3h5.6M8 3v5l-2.5 3v1.5h9V11L12 8V3M10 12.5V17',
  refresh: 'M16 10a6 6 0 1 1-1.8-4.3L16 7.5M16 3.5v4h-4',
  shield: 'M10 3l6 2.2v4.3c0 3.8-2.6 6.3-6 7.5-3.4-1.2-6-3.7-6-7.5V5.2L10 3Z',
  star: 'M10 3l2.1 4.5 4.9.6-3.6 3.4.9 4.9L10 14l-4.3 2.4.9-4.9L3 8.1l4.9-.6L10 3Z',
  trash:
    'M3.5 5.5h13M8 5.5V4a.8.8 0 0 1 .8-.8h2.4a.8.8 0 0 1 .8.8v1.5M5.2 5.5l.7 10a1.2 1.2 0 0 0 1.2 1.2h5.8a1.2 1.2 0 0 0 1.2-1.2l.7-10M8.3 8.8l.3 4.7M11.7 8.8l-.3 4.7',
  undo: 'M7 4 3.5 7.5 7 11M4 7.5h7.5a4.5 4.5 0 0 1 0 9H8',
  user: 'M10 3.5a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 0-6.6ZM3.5 16.8c.6-2.7 3.3-4.2 6.5-4.2s5.9 1.5 6.5 4.2',
  warning: 'M10 3.5 17.5 16.5h-15L10 3.5ZM10 8.5v3.7M10 14.3h.01',
} as const satisfies Readonly<Record<string, string>>;

/** The name of one of our icons. */
export type IconName = keyof typeof icons | keyof typeof pageIcons;
