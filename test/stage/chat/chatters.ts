/** The people who chat on the stage. */

/** A chatter; badges are given only to those who wear some. */
export interface Chatter {
  readonly login: string;
  readonly displayName: string;
  readonly color: string;
  readonly badges?: Readonly<Record<string, string>>;
}

const firsts = [
  'amber',
  'quiet',
  'velvet',
  'lucky',
  'north',
  'paper',
  'copper',
  'lunar',
  'sunny',
  'hollow',
  'tidal',
  'brisk',
  'mellow',
  'static',
  'vivid',
  'rusty',
  'cosmic',
  'gentle',
  'turbo',
  'hazel',
  'frosty',
  'ivory',
];
const seconds = [
  'otter',
  'lantern',
  'falcon',
  'noodle',
  'pixel',
  'harbor',
  'comet',
  'badger',
  'willow',
  'socket',
  'ember',
  'puffin',
  'marble',
  'thistle',
  'signal',
  'walrus',
  'cactus',
  'kettle',
  'raven',
  'biscuit',
  'anchor',
  'sparrow',
];
const foreign = [
  '달빛수달',
  '고양이집사',
  '새벽감자',
  '푸른고래',
  '단호박',
  '구름빵',
  'سارة',
  'نجم_الليل',
  'ねこまる',
  '夜更かし',
];
const colors = [
  '#FF0000',
  '#0000FF',
  '#008000',
  '#B22222',
  '#FF7F50',
  '#9ACD32',
  '#FF4500',
  '#2E8B57',
  '#DAA520',
  '#D2691E',
  '#5F9EA0',
  '#1E90FF',
  '#FF69B4',
  '#8A2BE2',
  '#00FF7F',
  '#19E6E6',
  '#C0FFEE',
  '#7A3B9E',
];

/** The `number`th chatter that `roll` makes: the same row of rolls gives the same people. */
export function makeChatter(number: number, roll: () => number): Chatter {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
  const first = pick(firsts);
  const second = pick(seconds);
  const login = `${first}${pick(['', '_', ''])}${second}${number}`;
  const style = roll();
  const displayName =
    style < 0.08
      ? pick(foreign)
      : style < 0.4
        ? login
        : login.replace(first, capital(first)).replace(second, capital(second));
  const badges = makeBadges(roll);
  return { login, displayName, color: pick(colors), ...(badges && { badges }) };
}

function makeBadges(roll: () => number): Record<string, string> | undefined {
  const badges: Record<string, string> = {};
  const worn = roll();
  if (worn < 0.03) badges['vip'] = '1';
  if (worn > 0.55) badges['subscriber'] = ['0', '3', '6', '12', '24'][Math.floor(roll() * 5)] ?? '0';
  const beside = roll();
  if (beside < 0.12) badges['premium'] = '1';
  else if (beside < 0.17) badges['bits'] = '100';
  else if (beside < 0.2) badges['sub-gifter'] = '5';
  return Object.keys(badges).length === 0 ? undefined : badges;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
