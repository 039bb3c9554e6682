/** A point of the window, px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
