import type { ReactElement } from 'react';

/** The stage's own icons: paths on a square whose side stands beside them. */
const shapes = {
  reply: { side: 24, path: 'M10 6 4.5 11.5 10 17v-4h3.5a4 4 0 0 1 4 4v1.5h2V17a6 6 0 0 0-6-6H10V6Z' },
  bubble: {
    side: 16,
    path: 'M3 2.5h10A1.5 1.5 0 0 1 14.5 4v6a1.5 1.5 0 0 1-1.5 1.5H9.5L8 13.5l-1.5-2H3A1.5 1.5 0 0 1 1.5 10V4A1.5 1.5 0 0 1 3 2.5Zm0 1.5v6h10V4H3Z',
  },
  people: {
    side: 20,
    path: 'M7 3a3 3 0 1 1 0 6 3 3 0 0 1 0-6Zm7 2a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5ZM2 15a5 5 0 0 1 10 0v2H2v-2Zm11.5-3.5A4.5 4.5 0 0 1 18 16v1h-4.5v-2c0-1.3-.4-2.5-1-3.4l1-.1Z',
  },
  face: {
    side: 20,
    path: 'M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Zm0 2a6 6 0 1 0 0 12 6 6 0 0 0 0-12ZM7.5 7.5A1.2 1.2 0 1 1 7.5 9.9a1.2 1.2 0 0 1 0-2.4Zm5 0a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4ZM6.5 11.5h7a3.5 3.5 0 0 1-7 0Z',
  },
  settings: {
    side: 20,
    path: 'M8.6 2h2.8l.4 2.2 1.5.6L15.2 3.5l1.9 2-1.2 1.8.6 1.5 2.1.4v2.7l-2.1.4-.6 1.5 1.2 1.9-1.9 1.9-1.9-1.2-1.5.6-.4 2.1H8.6l-.4-2.1-1.5-.6-1.9 1.2-1.9-1.9 1.2-1.9-.6-1.5-2.1-.4V9.2l2.1-.4.6-1.5-1.2-1.8 1.9-2 1.9 1.3 1.5-.6.4-2.2ZM10 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
  },
  collapse: { side: 20, path: 'M4 3h2v14H4V3Zm4 4 1.4-1.4L13.8 10l-4.4 4.4L8 13l3-3-3-3Zm6-4h2v14h-2V3Z' },
  home: { side: 20, path: 'M10 2.5 18 9v8.5h-5.5V12h-5v5.5H2V9l8-6.5Z' },
  search: {
    side: 20,
    path: 'M8.5 3a5.5 5.5 0 0 1 4.4 8.8l4.1 4.1-1.4 1.4-4.1-4.1A5.5 5.5 0 1 1 8.5 3Zm0 2a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z',
  },
  heart: { side: 20, path: 'M10 17 3.2 10.2a4.3 4.3 0 0 1 6.1-6.1l.7.7.7-.7a4.3 4.3 0 0 1 6.1 6.1L10 17Z' },
  star: { side: 20, path: 'm10 2 2.4 5 5.5.8-4 3.9 1 5.5L10 14.6l-4.9 2.6 1-5.5-4-3.9 5.5-.8L10 2Z' },
  play: { side: 20, path: 'M5 3v14l12-7L5 3Z' },
  pause: { side: 20, path: 'M5 3h4v14H5V3Zm6 0h4v14h-4V3Z' },
  volume: { side: 20, path: 'M3 7.5h3L11 3v14l-5-4.5H3v-5Zm10-.9a4.5 4.5 0 0 1 0 6.8V6.6Z' },
  theatre: { side: 20, path: 'M2 4h16v12H2V4Zm2 2v8h8V6H4Zm10 0v8h2V6h-2Z' },
  fullscreen: {
    side: 20,
    path: 'M3 3h5v2H5v3H3V3Zm9 0h5v5h-2V5h-3V3ZM3 12h2v3h3v2H3v-5Zm12 0h2v5h-5v-2h3v-3Z',
  },
  shield: {
    side: 20,
    path: 'M10 2 17 4.5V10c0 4-2.8 6.8-7 8-4.2-1.2-7-4-7-8V4.5L10 2Zm0 2.2L5 6v4c0 2.8 1.9 4.8 5 5.9V4.2Z',
  },
  ban: {
    side: 20,
    path: 'M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Zm-4.7 4.7a6 6 0 0 0 8 8l-8-8Zm1.4-1.4 8 8a6 6 0 0 0-8-8Z',
  },
  clock: {
    side: 20,
    path: 'M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Zm0 2a6 6 0 1 0 0 12 6 6 0 0 0 0-12ZM9 6h2v3.6l2.4 2.4-1.4 1.4-3-3V6Z',
  },
  trash: { side: 20, path: 'M7 2h6v2h4v2H3V4h4V2ZM4.5 7.5h11L15 18H5L4.5 7.5Z' },
  close: { side: 20, path: 'm5 3.6 5 5 5-5L16.4 5l-5 5 5 5-1.4 1.4-5-5-5 5L3.6 15l5-5-5-5L5 3.6Z' },
  arrow: { side: 20, path: 'M9 3h2v10.2l3.3-3.3 1.4 1.4L10 17l-5.7-5.7 1.4-1.4L9 13.2V3Z' },
  megaphone: {
    side: 20,
    path: 'M15 3v12l-6-2.5H8V17H5v-4.5H4A2 2 0 0 1 2 10.5v-3a2 2 0 0 1 2-2h5L15 3Zm1.5 4a3 3 0 0 1 0 4V7Z',
  },
} as const;

/** The name of an icon. */
export type IconName = keyof typeof shapes;

/** An icon of fixed size, as today's markup has it. */
export function SvgIcon({ name, size }: { readonly name: IconName; readonly size?: number }): ReactElement {
  const { side, path } = shapes[name];
  return (
    <div className="ScSvgWrapper-sc-3n6ydu-0 tw-svg">
      <svg
        width={size ?? side}
        height={size ?? side}
        viewBox={`0 0 ${side} ${side}`}
        focusable="false"
        aria-hidden="true"
        role="presentation"
      >
        <path fillRule="evenodd" d={path} clipRule="evenodd" />
      </svg>
    </div>
  );
}

/** An icon that fills a square kept by a spacer, as the frame's older buttons have it. */
export function AspectIcon({ name }: { readonly name: IconName }): ReactElement {
  const { side, path } = shapes[name];
  return (
    <div className="ScIconLayout-sc-8w4tpc-0">
      <div className="ScAspectRatio-sc-2y5gkh-1 tw-aspect">
        <div className="ScAspectSpacer-sc-2y5gkh-0" />
        <svg
          width="100%"
          height="100%"
          version="1.1"
          viewBox={`0 0 ${side} ${side}`}
          x="0px"
          y="0px"
          role="presentation"
          aria-hidden="true"
          focusable="false"
          className="ScIconSVG-sc-8w4tpc-1"
        >
          <g>
            <path fillRule="evenodd" d={path} clipRule="evenodd" />
          </g>
        </svg>
      </div>
    </div>
  );
}
