/** The people, channels and streams with which the stage starts. All are invented. */
import { dice } from './ids.ts';
import type { User } from './records.ts';
import { World } from './world.ts';

/** Client ids of the apps that are registered with every stage. */
export const clients = {
  confidential: 'stage0confidential0client0000001',
  public: 'stage0public0client000000000001',
} as const;

/** The redirect addresses that a user registers for Sidestage, as its README says. */
const redirectUris = [
  'https://pgodmchpdgjnacadmfmnmpghacjkdjel.chromiumapp.org/',
  'https://9b34dbcdaee3250724b6f8b000229830452fee1a.extensions.allizom.org/',
] as const;

/** Categories: name, Twitch's kind of id, viewers of the biggest stream. */
const categories = [
  ['509658', 'Just Chatting', '0'],
  ['26936', 'Music', '0'],
  ['509660', 'Art', '0'],
  ['518203', 'Sports', '0'],
  ['743', 'Chess', '2855'],
  ['27471', 'Minecraft', '121'],
  ['21779', 'League of Legends', '115'],
  ['32982', 'Grand Theft Auto V', '1020'],
  ['1469308723', 'Software and Game Development', '0'],
  ['509659', 'ASMR', '0'],
  ['490422', 'StarCraft II', '239'],
  ['417752', 'Talk Shows & Podcasts', '0'],
] as const;

/** A channel that Stagehand follows: login, display name, partner or affiliate, title, category, language, viewers. */
type Followed = readonly [
  string,
  string,
  User['broadcasterType'],
  string,
  string,
  string,
  number | undefined,
];

const followed: readonly Followed[] = [
  [
    'mainstage',
    'MainStage',
    'partner',
    'Friday night on the big stage !schedule',
    'Just Chatting',
    'en',
    8_412,
  ],
  ['orlathebard', 'OrlaTheBard', 'partner', 'harp covers until the tea runs out', 'Music', 'en', 2_960],
  [
    'haneul_tv',
    '하늘티비',
    'partner',
    '오늘은 늦게까지 같이 놀아요 | 시청자 참여',
    'League of Legends',
    'ko',
    5_731,
  ],
  ['knightfork', 'KnightFork', 'partner', 'Titled Tuesday warm-up, 3+1 with viewers', 'Chess', 'en', 1_844],
  ['layla_draws', 'ليلى ترسم', 'affiliate', 'رسم مباشر: غلاف الكتاب الجديد', 'Art', 'ar', 412],
  [
    'noam_codes',
    'נועם מקודד',
    'affiliate',
    'בונים מנוע משחק מאפס, יום 41',
    'Software and Game Development',
    'he',
    187,
  ],
  [
    'redstone_rita',
    'RedstoneRita',
    'partner',
    'the sorter works. it works. do not touch it.',
    'Minecraft',
    'en',
    3_275,
  ],
  ['boxofmoss', 'BoxOfMoss', 'affiliate', 'quiet terrarium evening 🌿', 'ASMR', 'en', 96],
  ['yukidama', '雪玉ゆき', 'partner', '【雑談】金曜日の夜だよ', 'Just Chatting', 'ja', 4_020],
  ['captain_lowtide', 'Captain_Lowtide', 'partner', 'day 112 of sailing home | !map', 'Sports', 'en', 1_133],
  ['minjun_sc2', '민준SC2', 'affiliate', '래더 그랜드마스터 도전 3일차', 'StarCraft II', 'ko', 764],
  [
    'theextraordinarilylong25',
    'TheExtraordinarilyLong25',
    'affiliate',
    'A title that goes on and on so that whoever draws it has to decide where it ends, because a hundred and forty characters are really a lot of letters',
    'Talk Shows & Podcasts',
    'en',
    58,
  ],
  ['pixelbaker', '🥐PixelBaker🥐', 'affiliate', 'sourdough, then sprites', 'Art', 'en', 233],
  ['gta_gran', 'GTA_Gran', 'partner', 'Gran drives the bus. Properly.', 'Grand Theft Auto V', 'en', 6_608],
  [
    'sternenfaenger',
    'Sternenfänger',
    'partner',
    'Teleskop ausrichten bis die Wolken kommen',
    'Talk Shows & Podcasts',
    'de',
    undefined,
  ],
  ['la_criolla', 'La_Criolla', 'affiliate', 'Charlando un rato', 'Just Chatting', 'es', undefined],
  ['dokkaebi_night', '도깨비의밤', 'affiliate', '공포 게임 못하는 사람', 'Just Chatting', 'ko', undefined],
  ['tubaqueen', 'TubaQueen', 'affiliate', 'low brass, high stakes', 'Music', 'en', undefined],
  ['speedrunsully', 'SpeedrunSully', 'partner', 'sub 2 hours or bed', 'Minecraft', 'en', undefined],
  ['wasp_and_wren', 'Wasp_and_Wren', 'affiliate', 'two birds, one keyboard', 'Chess', 'en', undefined],
  ['omar_alnajjar', 'عمر النجار', '', 'نجارة هادئة', 'Art', 'ar', undefined],
  ['cloudkettle', 'CloudKettle', '', 'first stream, be kind', 'Just Chatting', 'en', undefined],
  ['zofia_szyje', 'ZofiaSzyje', 'affiliate', 'szyjemy płaszcz', 'Art', 'pl', undefined],
  [
    'lanternfish',
    'LanternFish',
    'partner',
    'deep dives into old consoles',
    'Talk Shows & Podcasts',
    'en',
    undefined,
  ],
];

/** Chatters: login and display name. */
const chatters: readonly (readonly [string, string])[] = [
  ['plainviewer', 'PlainViewer'],
  ['second_fiddle', 'Second_Fiddle'],
  ['spotlight_sam', 'Spotlight_Sam'],
  ['grumblebucket', 'Grumblebucket'],
  ['nightowl_nell', 'NightOwl_Nell'],
  ['jiwoo_87', '지우87'],
  ['seoyeon_cat', '서연고양이'],
  ['taeyang_p', '태양이'],
  ['amal_reads', 'أمل تقرأ'],
  ['yusuf_k', 'يوسف'],
  ['shira_b', 'שירה'],
  ['doriantheslow', 'DorianTheSlow'],
  ['mothlamp', 'MothLamp'],
  ['teapot_tyrant', 'Teapot_Tyrant'],
  ['quietquarry', 'QuietQuarry'],
  ['bramble_b', 'Bramble_B'],
  ['xx_sodium_xx', 'xX_Sodium_Xx'],
  ['ladyoflag', 'LadyOfLag'],
  ['one_more_turn', 'One_More_Turn'],
  ['penny_farthing', 'Penny_Farthing'],
  ['hokkaido_hiro', '北のひろ'],
  ['mei_lan_', '梅蘭'],
  ['ivan_na_dache', 'ИванНаДаче'],
  ['eleni_mou', 'Ελένη'],
  ['rocketradish', '🚀RocketRadish'],
  ['sparkle_and_smoke', '✨Sparkle&Smoke✨'],
  ['a_rather_long_login_name', 'A_Rather_Long_Login_Name'],
  ['wwwwwwwwwwwwwwwwwwwwwwwww', 'WWWWWWWWWWWWWWWWWWWWWWWWW'],
  ['iiiiiiiiiiiiiiiiiiiiiiiii', 'iiiiiiiiiiiiiiiiiiiiiiiii'],
  ['copypasta_pete', 'CopyPasta_Pete'],
  ['buy_followers_4u', 'Buy_Followers_4U'],
  ['rudeboy_1999', 'RudeBoy_1999'],
  ['firsttime_fern', 'FirstTime_Fern'],
  ['usher_uma', 'Usher_Uma'],
  ['cue_caller', 'Cue_Caller'],
];

/** Day zero of the seed's follows: fixed, so that every start shows the same order. */
const long_ago = Date.UTC(2021, 2, 1, 20);

/** A new world with everybody in it. */
export function seededWorld(): World {
  const world = new World();
  const roll = dice(20_261_120);
  const app = { name: 'Sidestage', redirectUris };
  world.auth.apps.set(clients.confidential, {
    ...app,
    clientId: clients.confidential,
    kind: 'confidential',
    secret: 'stage0secret00000000000000000001',
  });
  world.auth.apps.set(clients.public, { ...app, clientId: clients.public, kind: 'public' });
  for (const [id, name, igdbId] of categories) world.categories.set(id, { id, name, igdbId });

  world.addUser({
    id: '128393656',
    login: 'stagehand',
    displayName: 'Stagehand',
    description: 'Holds the ropes.',
    color: '#9ACD32',
    broadcasterType: 'affiliate',
  });
  followed.forEach(([login, displayName, broadcasterType, title, category, language, viewers], index) => {
    const user = world.addUser(
      { login, displayName, broadcasterType, description: `The channel of ${displayName}.` },
      {
        title,
        language,
        categoryId: world.categoryNamed(category).id,
        tags: [language === 'ko' ? '한국어' : 'English', 'Chill'],
      },
    );
    world.follow('stagehand', user.id, long_ago + index * 37 * 86_400_000);
    if (viewers !== undefined) {
      world.goLive(user.id, {
        viewers,
        startedAt: world.clock.now() - Math.round((0.2 + roll() * 7) * 3_600_000),
      });
    }
  });
  for (const [login, displayName] of chatters) {
    const user = world.addUser({ login, displayName, ...(roll() < 0.2 && { color: '' }) });
    if (roll() < 0.7)
      world.follow(user.id, 'mainstage', long_ago + Math.round(roll() * 4 * 365) * 86_400_000);
    if (roll() < 0.3) world.subscribe('mainstage', user.id, roll() < 0.1 ? '3000' : '1000');
  }
  for (const login of ['stagehand', 'second_fiddle', 'usher_uma']) world.setModerator('mainstage', login);
  for (const login of ['spotlight_sam', 'orlathebard', 'cue_caller']) world.setVip('mainstage', login);
  world.setModerator('orlathebard', 'stagehand');
  world.rules.set(world.user('mainstage').id, ['Be kind', 'English only', 'No spoilers, not even hints']);
  world.auth.logins = ['stagehand', 'mainstage', 'plainviewer'];
  world.auth.signedIn = 'stagehand';
  return world;
}

/** Adds live channels that `who` follows until there are `count` of them. */
export function growLiveFollows(world: World, who: string, count: number): void {
  const user = world.user(who);
  let live = [...world.streams.keys()].filter((id) => world.followers.get(id)?.has(user.id)).length;
  for (let index = 1; live < count; index += 1, live += 1) {
    const login = `extra_channel_${String(index).padStart(4, '0')}`;
    if (world.find(login)) continue;
    const made = world.addUser(
      { login, displayName: `Extra_Channel_${String(index).padStart(4, '0')}` },
      { title: `Stream number ${index}`, categoryId: '509658' },
    );
    world.follow(user.id, made.id, long_ago - index * 3_600_000);
    world.goLive(made.id, { viewers: 1 + ((index * 7_919) % 900) });
  }
}

/** How many channels somebody follows, and how many of them are live. */
export interface Follows {
  readonly all: number;
  readonly live: number;
}

/** Lets `who` follow `all` channels, of which `live` are live; those that they follow already count. */
export function growFollows(world: World, who: string, { all, live }: Follows): void {
  growLiveFollows(world, who, live);
  const { id } = world.user(who);
  let followed = [...world.followers.values()].filter((followers) => followers.has(id)).length;
  for (let index = 1; followed < all; index += 1, followed += 1) {
    const number = String(index).padStart(4, '0');
    const login = `quiet_channel_${number}`;
    const made = world.addUser(
      { login, displayName: `Quiet_Channel_${number}` },
      { title: 'Later', categoryId: '509658' },
    );
    world.follow(id, made.id, long_ago - index * 5_400_000);
  }
}
