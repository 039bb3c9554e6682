/** Where the windows of channels stand that are seen side by side. Pure. */
import { tilesAtMost, type Tiling } from './side-choices.ts';

/** A rectangle on the desktop; px. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What browsers tell of a screen besides the standard. */
interface ScreenPlace {
  readonly availLeft?: number;
  readonly availTop?: number;
}

/** The part of the screen that windows may fill. */
export function areaOf({
  availLeft = 0,
  availTop = 0,
  availWidth,
  availHeight,
}: Pick<Screen, 'availWidth' | 'availHeight'> & ScreenPlace): Area {
  return { left: availLeft, top: availTop, width: availWidth, height: availHeight };
}

/** Of `screens` the one on which the middle of `window` is; the window’s own place where none is known. */
export function screenOf(window: Area, screens: readonly Area[]): Area {
  const x = window.left + window.width / 2;
  const y = window.top + window.height / 2;
  const isOn = ({ left, top, width, height }: Area): boolean =>
    x >= left && x < left + width && y >= top && y < top + height;
  return screens.find(isOn) ?? window;
}

/** In less than this nothing is seen of a stream, and browsers begin to make windows larger than they were asked to; px. */
const smallest = { width: 280, height: 180 } as const;
/** What a window has above its page, about; px. */
const bar = 32;
const pictureRatio = 16 / 9;
/** The main window's part of the screen. */
const mainPart = 2 / 3;

/** `length` in `parts` that touch each other: where each begins, and how long it is. */
function split(start: number, length: number, parts: number): readonly { at: number; size: number }[] {
  const edge = (part: number): number => start + Math.round((part * length) / parts);
  return Array.from({ length: parts }, (_, part) => ({ at: edge(part), size: edge(part + 1) - edge(part) }));
}

const asColumns = (count: number, { left, width, ...rest }: Area): readonly Area[] =>
  split(left, width, count).map(({ at, size }) => ({ ...rest, left: at, width: size }));

const asRows = (count: number, { top, height, ...rest }: Area): readonly Area[] =>
  split(top, height, count).map(({ at, size }) => ({ ...rest, top: at, height: size }));

/** As many columns as make the pictures largest; where the last row has fewer, they share all of its width. */
function asGrid(count: number, area: Area): readonly Area[] {
  const pictureIn = (columns: number): number => {
    const height = area.height / Math.ceil(count / columns) - bar;
    return Math.min(area.width / columns, height * pictureRatio);
  };
  let columns = 1;
  for (let more = 2; more <= count; more++) if (pictureIn(more) > pictureIn(columns)) columns = more;
  const rows = Math.ceil(count / columns);
  return asRows(rows, area).flatMap((row, index) =>
    asColumns(index < rows - 1 ? columns : count - columns * (rows - 1), row),
  );
}

/** The first one large, the others beside it; on a screen that is higher than wide, under it. */
function asMain(count: number, area: Area): readonly Area[] {
  if (count === 1) return [area];
  const { left, top, width, height } = area;
  if (width >= height) {
    const large = Math.round(width * mainPart);
    const rest = { left: left + large, top, width: width - large, height };
    return [{ ...area, width: large }, ...asRows(count - 1, rest)];
  }
  const large = Math.round(height * mainPart);
  const rest = { left, top: top + large, width, height: height - large };
  return [{ ...area, height: large }, ...asColumns(count - 1, rest)];
}

const dividers: Readonly<Record<Tiling, (count: number, area: Area) => readonly Area[]>> = {
  grid: asGrid,
  columns: asColumns,
  rows: asRows,
  main: asMain,
};

const isLargeEnough = ({ width, height }: Area): boolean =>
  width >= smallest.width && height >= smallest.height;

/** The places of `count` windows in `area`, in their order; together they fill it. See {@link roomIn} for how many make sense. */
export function tilesIn(tiling: Tiling, count: number, area: Area): readonly Area[] {
  return count === 0 ? [] : dividers[tiling](count, area);
}

/** How many windows find room in `area`. */
export function roomIn(tiling: Tiling, area: Area): number {
  let room = 0;
  while (room < tilesAtMost && tilesIn(tiling, room + 1, area).every(isLargeEnough)) room++;
  return room;
}
