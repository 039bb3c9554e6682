/**
 * What Sidestage does in the user's name, and which of Twitch's scopes each of these needs. Scopes grow by use: a first
 * sign-in asks for what the popup's first screen and the look of the page need, everything else when it is first used.
 *
 * It stands apart from the platform and its client because pages draw from it. That the scopes are those of the API's
 * own tables is held by a test.
 *
 * @see https://dev.twitch.tv/docs/authentication/scopes/
 */
import type { TextKey } from './text.ts';

/** One feature. */
export interface Feature {
  readonly scopes: readonly string[];
  /** What it is called. */
  readonly title: TextKey;
  /** Why it needs them, as a sentence to the user. */
  readonly why: TextKey;
  /** A first sign-in asks for it. */
  readonly first?: true;
}

/** The features, in the order in which they are shown. */
export const features = {
  live: { scopes: ['user:read:follows'], title: 'featureLive', why: 'featureLiveWhy', first: true },
  roles: {
    scopes: ['user:read:moderated_channels'],
    title: 'featureRoles',
    why: 'featureRolesWhy',
    first: true,
  },
  bans: { scopes: ['moderator:manage:banned_users'], title: 'featureBans', why: 'featureBansWhy' },
  deletions: {
    scopes: ['moderator:manage:chat_messages'],
    title: 'featureDeletions',
    why: 'featureDeletionsWhy',
  },
  followers: {
    scopes: ['moderator:read:followers'],
    title: 'featureFollowers',
    why: 'featureFollowersWhy',
  },
  warnings: { scopes: ['moderator:manage:warnings'], title: 'featureWarnings', why: 'featureWarningsWhy' },
  moderators: {
    scopes: ['channel:manage:moderators'],
    title: 'featureModerators',
    why: 'featureModeratorsWhy',
  },
  vips: { scopes: ['channel:manage:vips'], title: 'featureVips', why: 'featureVipsWhy' },
  suspicion: {
    scopes: ['moderator:manage:suspicious_users'],
    title: 'featureSuspicion',
    why: 'featureSuspicionWhy',
  },
  chatWriting: {
    scopes: ['user:write:chat'],
    title: 'featureChatWriting',
    why: 'featureChatWritingWhy',
  },
  polls: { scopes: ['channel:manage:polls'], title: 'featurePolls', why: 'featurePollsWhy' },
  predictions: {
    scopes: ['channel:manage:predictions'],
    title: 'featurePredictions',
    why: 'featurePredictionsWhy',
  },
  chatModes: {
    scopes: ['moderator:manage:chat_settings'],
    title: 'featureChatModes',
    why: 'featureChatModesWhy',
  },
  shield: { scopes: ['moderator:manage:shield_mode'], title: 'featureShield', why: 'featureShieldWhy' },
  requests: {
    scopes: ['moderator:read:unban_requests'],
    title: 'featureRequests',
    why: 'featureRequestsWhy',
  },
  answers: {
    scopes: ['moderator:manage:unban_requests'],
    title: 'featureAnswers',
    why: 'featureAnswersWhy',
  },
  clips: { scopes: ['clips:edit'], title: 'featureClips', why: 'featureClipsWhy' },
  markers: { scopes: ['channel:manage:broadcast'], title: 'featureMarkers', why: 'featureMarkersWhy' },
} as const satisfies Readonly<Record<string, Feature>>;

/** The name of a feature. */
export type FeatureName = keyof typeof features;

/** The names of all features, in order. */
export const featureNames = Object.keys(features) as readonly FeatureName[];

const rows: readonly (readonly [FeatureName, Feature])[] = featureNames.map((name) => [name, features[name]]);

/** What a first sign-in asks for. */
export const firstScopes: readonly string[] = rows.flatMap(([, { first, scopes }]) => (first ? scopes : []));

/** The features that use `scope`. */
export function featuresOf(scope: string): readonly FeatureName[] {
  return rows.flatMap(([name, { scopes }]) => (scopes.includes(scope) ? [name] : []));
}

/** The feature that a call needs which would do with any one of `scopes`; `undefined` when none of ours uses them. */
export function featureFor(scopes: readonly string[]): FeatureName | undefined {
  return scopes.flatMap(featuresOf)[0];
}

/** What can be taken away from an account: what a feature uses, or all that none does. */
export type Droppable = FeatureName | 'others';

/** `scopes` without those that only `feature` uses. */
export function scopesWithout(scopes: readonly string[], feature: Droppable): readonly string[] {
  if (feature === 'others') return scopes.filter((scope) => featuresOf(scope).length > 0);
  return scopes.filter((scope) => featuresOf(scope).some((name) => name !== feature) || !has(feature, scope));
}

const has = (feature: FeatureName, scope: string): boolean =>
  (features[feature].scopes as readonly string[]).includes(scope);
