/** CHZZK's own page; its login leads back there. */
export const chzzkUrl = 'https://chzzk.naver.com/';

/** Where a video or replay is seen. */
export const videoUrl = (no: number): string => `${chzzkUrl}video/${no}`;
/** Where a clip is seen. */
export const clipUrl = (id: string): string => `${chzzkUrl}clips/${encodeURIComponent(id)}`;
