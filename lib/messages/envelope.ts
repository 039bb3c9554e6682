/** The form in which commands, answers and updates travel between worlds. */
import type { Failure } from '../failure.ts';

/** A question to the background. */
export interface Question {
  readonly ask: string;
  readonly request: unknown;
}

/** Its answer. */
export type Answer =
  { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly failure: Failure };

/** News from the background. */
export interface News {
  readonly news: string;
  readonly value: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Whether `message` has the form of a question; says nothing about its content. */
export function isQuestion(message: unknown): message is Question {
  return isObject(message) && typeof message['ask'] === 'string' && 'request' in message;
}

/** Whether `message` has the form of news. */
export function isNews(message: unknown): message is News {
  return isObject(message) && typeof message['news'] === 'string' && 'value' in message;
}
