import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { blankDrafts, draftsOf, inputOf, refill } from '../../lib/explorer/draft.ts';
import { formOf } from '../../lib/explorer/form-of.ts';
import type { Draft, Form, FormNode } from '../../lib/explorer/form.ts';
import { catalogue, endpointById } from '../../lib/explorer/catalogue.ts';
import { FailureError } from '../../lib/failure.ts';
import { fieldsOf } from '../../lib/twitch/helix/request.ts';

const ids = catalogue.cards.map(({ id }) => id);
const formFor = (id: string): Form => catalogue.form(id);
const nodeOf = (id: string, name: string): FormNode | undefined =>
  formFor(id).parameters.find((parameter) => parameter.name === name)?.node;

const word = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '0', '-1', '1.5', '600', 'abc', '2026-05-15T20:00'),
);

/** Anything that can be typed into a control, however silly. */
function typed(node: FormNode): fc.Arbitrary<Draft> {
  switch (node.kind) {
    case 'flag':
      return fc.constantFrom('', 'true', 'false');
    case 'choice':
      return fc.constantFrom('', ...node.choices);
    case 'text':
      return node.mayBeEmpty ? fc.oneof(word, fc.constant(null)) : word;
    case 'group':
      return fc.record(Object.fromEntries(node.fields.map((field) => [field.name, typed(field.node)])));
    case 'list':
      return fc.array(typed(node.of), { maxLength: 6 });
    case 'map':
      return fc.array(fc.record({ key: word, value: typed(node.of) }), { maxLength: 3 });
    default:
      return word;
  }
}

/** An endpoint, and something typed into its form. The arbitraries are dear to make, so each is made once. */
const anythingTyped = fc.oneof(
  ...ids.map((id) =>
    fc
      .record(Object.fromEntries(formFor(id).parameters.map(({ name, node }) => [name, typed(node)])))
      .map((drafts) => ({ id, drafts })),
  ),
);

describe('the form of an endpoint', () => {
  it('has every parameter of every endpoint, the required ones first', () => {
    expect(ids).toHaveLength(149);
    for (const id of ids) {
      const endpoint = endpointById(id);
      const { parameters } = formFor(id);
      expect(parameters.map(({ name }) => name).toSorted(), id).toEqual(
        Object.keys(endpoint ? fieldsOf(endpoint) : {}).toSorted(),
      );
      const required = parameters.map((parameter) => parameter.required);
      expect(
        required.toSorted((one, other) => Number(other) - Number(one)),
        id,
      ).toEqual(required);
    }
  });

  it('knows limits, choices, repeated ids, dates, lists of objects and maps', () => {
    expect(nodeOf('get-users', 'id')).toEqual({
      kind: 'lines',
      of: { kind: 'text', trims: true, mayBeEmpty: false, long: false, format: 'id' },
      maxItems: 100,
    });
    expect(nodeOf('get-clips', 'started_at')).toEqual({ kind: 'date' });
    expect(nodeOf('create-poll', 'choices')).toMatchObject({ kind: 'list', minItems: 2, maxItems: 5 });
    expect(nodeOf('start-commercial', 'length')).toMatchObject({ kind: 'number', whole: true, unit: 's' });
    expect(nodeOf('create-eventsub-subscription', 'condition')).toMatchObject({ kind: 'map' });
    expect(nodeOf('update-user-chat-color', 'color')).toMatchObject({ kind: 'text', format: 'color' });
    expect(nodeOf('end-poll', 'status')).toMatchObject({ kind: 'choice', numeric: false });
    expect(nodeOf('update-chat-settings', 'non_moderator_chat_delay_duration')).toMatchObject({
      kind: 'choice',
      choices: ['2', '4', '6'],
      numeric: true,
    });
  });

  it('starts with the user’s and the channel’s ids, and nothing else', () => {
    const form = formFor('ban-user');
    expect(blankDrafts(form, { user: '1', channel: '2' })).toEqual({
      broadcaster_id: '2',
      moderator_id: '1',
      data: { user_id: '', duration: '', reason: '' },
    });
    // Without a channel it is the user's own; a channel that must be the user's never is another one.
    expect(blankDrafts(form, { user: '1' })).toMatchObject({ broadcaster_id: '1' });
    expect(blankDrafts(formFor('create-poll'), { user: '1', channel: '2' })).toMatchObject({
      broadcaster_id: '1',
    });
  });

  it('follows another channel where the user has not typed over it', () => {
    const form = formFor('ban-user');
    const before = blankDrafts(form, { user: '1', channel: '2' });
    expect(refill(form, before, { user: '1', channel: '2' }, { user: '1', channel: '3' })).toMatchObject({
      broadcaster_id: '3',
      moderator_id: '1',
    });
    const own = { ...before, broadcaster_id: '99' };
    expect(refill(form, own, { user: '1', channel: '2' }, { user: '1', channel: '3' })).toEqual(own);
  });
});

describe('what is typed', () => {
  it('becomes the input that it means', () => {
    const form = formFor('modify-channel-information');
    const drafts = {
      ...blankDrafts(form, {}),
      broadcaster_id: ' 12 ',
      game_id: null,
      delay: '30',
      tags: ' 한국어 \n\n speedrun',
      is_branded_content: 'false',
      content_classification_labels: [{ id: 'Gambling', is_enabled: 'true' }],
    };
    expect(inputOf(form, drafts)).toEqual({
      broadcaster_id: '12',
      game_id: '',
      delay: 30,
      tags: ['한국어', 'speedrun'],
      is_branded_content: false,
      content_classification_labels: [{ id: 'Gambling', is_enabled: true }],
    });
  });

  it('leaves out what was left empty', () => {
    const form = formFor('modify-channel-information');
    expect(inputOf(form, blankDrafts(form, {}))).toEqual({});
  });

  it('goes on as it is when it is no number, so that it is refused by its name', () => {
    const form = formFor('start-commercial');
    const input = inputOf(form, { broadcaster_id: '1', length: 'thirty' });
    expect(input).toEqual({ broadcaster_id: '1', length: 'thirty' });
    expect(() => catalogue.request('start-commercial', input)).toThrow(
      new FailureError({ code: 'bad-input', field: 'length', limit: 'type:integer' }),
    );
  });

  it('means local time in a date field, and is sent as a moment', () => {
    const form = formFor('get-clips');
    const input = inputOf(form, { ...blankDrafts(form, {}), started_at: '2026-05-15T20:00' });
    expect(input['started_at']).toBe(new Date(2026, 4, 15, 20).toISOString().replace('.000Z', 'Z'));
  });

  it('gives a request or a refusal that names one of the form’s own fields, whatever it is', () => {
    fc.assert(
      fc.property(anythingTyped, ({ id, drafts }) => {
        const form = formFor(id);
        try {
          const request = catalogue.request(id, inputOf(form, drafts));
          expect(request.url).toMatch(/^https:\/\/api\.twitch\.tv\/helix\//);
        } catch (error) {
          const failure = error instanceof FailureError ? error.failure : undefined;
          expect(failure).toMatchObject({ code: 'bad-input' });
          const field = failure?.code === 'bad-input' ? failure.field : '';
          expect(form.parameters.map(({ name }) => name)).toContain(/^[^.[]*/.exec(field)?.[0]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('is the same again when a call is opened again', () => {
    fc.assert(
      fc.property(anythingTyped, ({ id, drafts }) => {
        const form = formFor(id);
        const input = inputOf(form, drafts);
        try {
          catalogue.request(id, input);
        } catch {
          return;
        }
        expect(inputOf(form, draftsOf(form, input))).toEqual(input);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('formOf', () => {
  it('offers a shape for every spec, also for those that no request uses', () => {
    const endpoint = endpointById('get-users');
    if (!endpoint) throw new Error('no such endpoint');
    const form = formOf({
      ...endpoint,
      query: {},
      body: { odd: { type: 'union', of: [{ type: 'boolean' }, { type: 'string' }] } },
    });
    expect(form.parameters[0]?.node).toEqual({ kind: 'flag' });
  });
});
