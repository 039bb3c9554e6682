import { either, endpoint } from '../endpoint.ts';
import { data } from '../shapes.ts';
import { object, optional, string, text } from '../spec.ts';

const category = 'CCLs';

/**
 * The labels that a stream can have, with their words in one language.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-content-classification-labels
 */
export const getContentClassificationLabels = endpoint(
  'get-content-classification-labels',
  'Get Content Classification Labels',
  'GET',
  '/content_classification_labels',
  {
    category,
    tokens: either,
    query: { locale: optional(text({ default: 'en-US' })) },
    response: data(object({ id: string, description: string, name: string })),
  },
);
