/**
 * Names, titles and numbers as hard as they come in real life.
 */

/** The gallery's clock, Unix epoch milliseconds: it stands still, so that pictures can be compared. */
export const now = Date.UTC(2026, 9, 17, 20, 30);

const minute = 60_000;
const hour = 60 * minute;

/** A channel in the gallery. */
export interface Sample {
  readonly name: string;
  readonly title: string;
  readonly category: string;
  readonly viewers: number;
  readonly since: number;
}

/** Channels: plain, Korean, emoji, right to left, far too long. */
export const channels: readonly Sample[] = [
  {
    name: 'LumenAndLace',
    title: 'cozy evening build, then viewer levels',
    category: 'Software and Game Development',
    viewers: 12_345,
    since: now - 3 * hour - 12 * minute,
  },
  {
    name: '한밤의무대',
    title: '오늘은 끝까지 간다! 시청자 참여 환영 🎮',
    category: '저스트 채팅',
    viewers: 48_210,
    since: now - 47 * minute,
  },
  {
    name: '👩‍🚀OrbitQueen',
    title: '🚀🚀 first launch of the season 🚀🚀',
    category: 'Kerbal Space Program',
    viewers: 871,
    since: now - 26 * hour,
  },
  {
    name: 'ضوء_المسرح',
    title: 'بث مباشر: أسئلة وأجوبة مع الجمهور',
    category: 'Just Chatting',
    viewers: 96,
    since: now - 5 * minute,
  },
  {
    name: 'TheLongestNameThatAnyoneCouldEverHaveRegistered_Really',
    title:
      'a title that goes on and on because nobody ever told its writer that there is a limit, and then a little further still',
    category: 'Massively Multiplayer Online Role-Playing Games',
    viewers: 1_204_000,
    since: now - 9 * minute,
  },
  { name: 'x', title: 'hi', category: 'Chess', viewers: 0, since: now - 20_000 },
];

/** A picture that needs no network: a face in two colours. */
export const picture = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="#3b6e8f"/><circle cx="20" cy="16" r="8" fill="#f3d9b1"/><path d="M4 40c2-11 9-14 16-14s14 3 16 14" fill="#22405a"/></svg>',
)}`;
