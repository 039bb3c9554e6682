/** Which of CHZZK's chat servers is spoken to. Any of them takes any chat; these are known to be there. */

const servers = 9;

/** The server that CHZZK's own page would take for `chat`. */
export const serverOf = (chat: string): number =>
  (Array.from(chat, (letter) => letter.charCodeAt(0)).reduce((sum, code) => sum + code, 0) % servers) + 1;

/** The one to try after `server`. */
export const serverAfter = (server: number): number => (server % servers) + 1;

/** Where a server is. */
export const addressOf = (server: number): string => `wss://kr-ss${server}.chat.naver.com/chat`;
