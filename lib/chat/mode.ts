/** Who may write in a chat now, and how: what the platform says of it. */

/** See the file's head. What is absent is not restricted. */
export interface ChatMode {
  /** `nobody`: the chat is switched off. */
  readonly who: 'everybody' | 'followers' | 'subscribers' | 'managers' | 'nobody';
  /** So long somebody must have followed, in minutes. */
  readonly followedMinutes?: number;
  /** Subscribers need not follow. */
  readonly subscribersToo?: true;
  /** Between two messages of one author, in seconds. */
  readonly slowSeconds?: number;
  readonly emotesOnly?: true;
  /** Only those whose name the platform knows. */
  readonly realName?: true;
}

/** Whether two modes are the same. */
export const isSameMode = (one: ChatMode, other: ChatMode): boolean =>
  one.who === other.who &&
  one.followedMinutes === other.followedMinutes &&
  one.subscribersToo === other.subscribersToo &&
  one.slowSeconds === other.slowSeconds &&
  one.emotesOnly === other.emotesOnly &&
  one.realName === other.realName;
