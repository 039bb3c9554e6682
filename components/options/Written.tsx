import type { VNode } from 'preact';

import type { WrittenPerson } from '../../lib/options/options.ts';
import { noteInBrief } from '../../lib/people/known.ts';
import { text } from '../../lib/text.ts';
import { IconButton } from '../IconButton.tsx';
import { RelativeTime } from '../RelativeTime.tsx';
import { Card } from '../Section.tsx';

/** What the list is drawn from. */
export interface WrittenProps {
  people: readonly WrittenPerson[];
  now: number;
  onForget: (id: string) => void;
}

/** Everybody of whom the user has written something down. */
export function Written({ people, now, onForget }: WrittenProps): VNode {
  return (
    <Card title={text('written')} text={text('writtenLead')}>
      {people.length === 0 ? (
        <p class="ss-quiet">{text('writtenEmpty')}</p>
      ) : (
        <div class="ss-table-frame" tabIndex={0} role="region" aria-label={text('written')}>
          <table class="ss-table">
            <thead>
              <tr>
                <th scope="col">{text('logWhom')}</th>
                <th scope="col">{text('cardNickname')}</th>
                <th scope="col">{text('cardNote')}</th>
                <th scope="col">{text('logWhen')}</th>
                <th scope="col">
                  <span class="ss-aloud">{text('remove')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {people.map(({ id, name, login, nickname = '', note = '', updatedAt }) => (
                <tr key={id}>
                  <th scope="row">
                    <bdi>{name}</bdi>
                    {name.toLowerCase() !== login && <span class="ss-quiet"> ({login})</span>}
                  </th>
                  <td>
                    <bdi>{nickname}</bdi>
                  </td>
                  <td class="ss-log-reason" title={note}>
                    <bdi>{noteInBrief(note)}</bdi>
                  </td>
                  <td class="ss-log-when">
                    <RelativeTime at={updatedAt} now={now} />
                  </td>
                  <td>
                    <IconButton
                      icon="trash"
                      size="small"
                      kind="danger"
                      label={text('writtenForget', name)}
                      onClick={() => onForget(id)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
