/** The part of pngjs that is used here; the package brings no types. */
declare module 'pngjs' {
  export class PNG {
    static readonly sync: {
      read(bytes: Uint8Array): PNG;
      write(picture: PNG, options?: Readonly<Record<string, number>>): Uint8Array;
    };
    readonly width: number;
    readonly height: number;
    readonly data: Uint8Array;
    constructor(size: { width: number; height: number });
  }
}
