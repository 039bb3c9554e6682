/** CHZZK's own page; its login leads back there. */
export const chzzkUrl = 'https://chzzk.naver.com/';
