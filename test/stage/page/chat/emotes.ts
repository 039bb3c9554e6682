/** Twitch's global emotes that the stage knows, by name. */
const globalEmotes: ReadonlyMap<string, string> = new Map([
  ['Kappa', '25'],
  ['Keepo', '1902'],
  ['Kreygasm', '41'],
  ['LUL', '425618'],
  ['PogChamp', '305954156'],
  ['HeyGuys', '30259'],
  ['NotLikeThis', '58765'],
  ['VoHiYo', '81274'],
  ['BibleThump', '86'],
  ['SeemsGood', '64138'],
  ['4Head', '354'],
  ['BlessRNG', '153556'],
  ['PJSalt', '36'],
  ['TwitchLit', '166263'],
  ['ResidentSleeper', '245'],
  ['CoolCat', '58127'],
  ['DinoDance', 'emotesv2_dcd06b30a5c24f6eb871e8f5edbd44f7'],
]);

/** The id of the global emote of this name. */
export function emoteId(name: string): string | undefined {
  return globalEmotes.get(name);
}

/** Where the pictures of an emote are. */
export function emoteImages(
  id: string,
  theme: 'dark' | 'light',
): { '1x': string; '2x': string; '4x': string } {
  const at = (scale: string): string =>
    `https://static-cdn.jtvnw.net/emoticons/v2/${id}/default/${theme}/${scale}`;
  return { '1x': at('1.0'), '2x': at('2.0'), '4x': at('3.0') };
}
