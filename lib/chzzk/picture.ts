import { chzzkPictures, chzzkRecordingPictures } from '../policy.ts';

/** A channel's picture in the size that CHZZK's own pages ask for; none from a host that ours may not load from. */
export function pictureOf(url: string | null | undefined): string | undefined {
  return url?.startsWith(`${chzzkPictures}/`) === true
    ? `${url.split('?')[0] ?? url}?type=f120_120_na`
    : undefined;
}

/** A recording's picture; none from another host. */
export function recordingPictureOf(url: string | null | undefined): string | undefined {
  return url?.startsWith(`${chzzkRecordingPictures}/`) === true ? url : undefined;
}
