/** The table of all management calls. */
import { chatCalls } from './chat.ts';
import { peopleCalls } from './people.ts';
import { requestCalls, restrictionCalls } from './restrictions.ts';
import { roleCalls } from './roles.ts';
import { ruleCalls } from './rules.ts';
import { streamCalls } from './stream.ts';
import { videoCalls } from './videos.ts';
import { wordCalls } from './words.ts';

/** By what they are about. */
export const manageCalls = {
  words: wordCalls,
  restrictions: restrictionCalls,
  requests: requestCalls,
  roles: roleCalls,
  rule: ruleCalls,
  people: peopleCalls,
  videos: videoCalls,
  stream: streamCalls,
  chat: chatCalls,
} as const;
