/** CHZZK's own page; its login leads back there. */
export const chzzkUrl = 'https://chzzk.naver.com/';

/** Where a video or replay is seen. */
export const videoUrl = (no: number): string => `${chzzkUrl}video/${no}`;
/** Where a clip is seen. */
export const clipUrl = (id: string): string => `${chzzkUrl}clips/${encodeURIComponent(id)}`;

/** The channel (32 hexadecimal digits) that the page of CHZZK's or of its studio's at `address` shows, if it shows one. */
export const channelIn = (address: string): string | undefined =>
  /^https:\/\/(?:studio\.)?chzzk\.naver\.com\/(?:live\/)?([0-9a-f]{32})(?:[/?#]|$)/.exec(address)?.[1];
