/** Badges of the stage's own drawing, for the addresses that the page's badges have. */

/** The square's colour and the white shape on it, 18 × 18, by badge set. */
const drawings: Readonly<Record<string, { readonly color: string; readonly shape: string }>> = {
  broadcaster: { color: '#d8343c', shape: 'M3 5h8v8H3V5Zm9 3 3-2v6l-3-2V8Z' },
  moderator: { color: '#1f9d55', shape: 'M9 2.5 14 5v4c0 3-2 5.5-5 6.5C6 14.5 4 12 4 9V5l5-2.5Z' },
  lead_moderator: {
    color: '#137a8b',
    shape: 'M9 2.5 14 5v4c0 3-2 5.5-5 6.5C6 14.5 4 12 4 9V5l5-2.5Z',
  },
  vip: { color: '#d64fb5', shape: 'M5 4h8l2.5 3.5L9 14.5 2.5 7.5 5 4Z' },
  partner: { color: '#7a5cf0', shape: 'm4 9.5 1.5-1.5L8 10.5 12.5 6 14 7.5 8 13.5l-4-4Z' },
  staff: { color: '#2b2d34', shape: 'M4 13 13 4l1.5 1.5-9 9L4 13Zm0-9h3v3H4V4Z' },
  premium: { color: '#1687d9', shape: 'M3 13V6l3 2.5L9 4l3 4.5L15 6v7H3Z' },
  bits: { color: '#a56bff', shape: 'M9 3l4.5 6L9 15l-4.5-6L9 3Z' },
  'sub-gifter': { color: '#8a5a2b', shape: 'M3 6h12v3H3V6Zm1 4h4.5v5H4v-5Zm5.5 0H14v5H9.5v-5Z' },
  subscriber: {
    color: '#c77d1e',
    shape: 'm9 2.5 2 4.2 4.5.6-3.3 3.2.8 4.5L9 12.8 5 15l.8-4.5L2.5 7.3 7 6.7l2-4.2Z',
  },
};

const subscriberColors: Readonly<Record<string, string>> = {
  '0': '#6f7682',
  '3': '#b0662a',
  '6': '#8f98a6',
  '12': '#c9971c',
  '24': '#2f9e9e',
};

/** The SVG text of `/badges/v1/<set>-<version>/<scale>`; nothing for other addresses. */
export function badgePicture(path: string): string | undefined {
  const [, set = '', version = ''] = /^\/badges\/v1\/(.+)-([^-]+)\/\d$/.exec(path) ?? [];
  if (set === '') return undefined;
  const { color, shape } = drawings[set] ?? { color: '#565b66', shape: 'M9 4a5 5 0 1 1 0 10A5 5 0 0 1 9 4Z' };
  const fill = set === 'subscriber' ? (subscriberColors[version] ?? color) : color;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="72" height="72" viewBox="0 0 18 18"><rect width="18" height="18" rx="3" fill="${fill}"/><path d="${shape}" fill="#fff"/></svg>`;
}
