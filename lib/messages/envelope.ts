/** The form in which commands, answers and updates travel between worlds. */
import type { Failure } from '../failure.ts';
import { isObject } from '../is-object.ts';

/** A question to the background. */
export interface Question {
  readonly ask: string;
  readonly request: unknown;
  /** By which it can be asked whether this question was heard. */
  readonly id?: string;
}

/** Is the question with this id being worked on? Answered with `true` or `false`. */
export interface Doubt {
  readonly doubt: string;
}

/** Its answer. */
export type Answer =
  { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly failure: Failure };

/** News from the background. */
export interface News {
  readonly news: string;
  readonly value: unknown;
}

/** Whether `message` has the form of a question; says nothing about its content. */
export function isQuestion(message: unknown): message is Question {
  if (!isObject(message) || typeof message['ask'] !== 'string' || !('request' in message)) return false;
  return message['id'] === undefined || typeof message['id'] === 'string';
}

/** Whether `message` has the form of a doubt. */
export function isDoubt(message: unknown): message is Doubt {
  return isObject(message) && typeof message['doubt'] === 'string';
}

/** Whether `message` has the form of news. */
export function isNews(message: unknown): message is News {
  return isObject(message) && typeof message['news'] === 'string' && 'value' in message;
}
