import type { TargetedMouseEvent, VNode } from 'preact';
import { useRef } from 'preact/hooks';

import { type ChannelPage, pageStream, type View } from '../../../lib/live/discover.ts';
import { openingOf } from '../../../lib/live/opening.ts';
import { text } from '../../../lib/text.ts';
import { Avatar } from '../../Avatar.tsx';
import { Badge } from '../../Badge.tsx';
import { Choice } from '../../Choice.tsx';
import { plannedTime } from '../../formats.ts';
import { IconButton } from '../../IconButton.tsx';
import { useLocale } from '../../locale.ts';
import { SkeletonRows } from '../../Skeleton.tsx';
import type { FoundProps } from './Discover.tsx';
import { Found } from './Found.tsx';
import { NotFound } from './NotFound.tsx';
import { OrderBar } from './OrderBar.tsx';

type ChannelPlace = View & { readonly kind: 'channel' };

/** A channel's page: what it is about, what is planned, its teams, videos and clips. */
export function ChannelView(props: FoundProps & { view: ChannelPlace }): VNode {
  const { state, view, signedIn, settings, hrefOf, actions } = props;
  const { page, failure } = state;
  const { platform, login, name, tab } = view;
  const menuRef = useRef<HTMLSpanElement>(null);
  const pressed = (event: TargetedMouseEvent<HTMLAnchorElement>): void => {
    if (!page || event.button > 1) return;
    event.preventDefault();
    actions.leave(openingOf(event, pageStream(page), settings));
  };
  return (
    <>
      <header class="ss-discover-channel">
        <Avatar name={name} src={page?.avatarUrl} live={page?.live !== undefined} size={36} />
        <h2 class="ss-cut">
          <a
            href={hrefOf({ platform, login })}
            target="_blank"
            rel="noreferrer"
            onClick={pressed}
            onAuxClick={pressed}
          >
            <bdi>{name}</bdi>
          </a>
        </h2>
        {page?.live && <Badge kind="live">{text('liveNow')}</Badge>}
        {platform === 'chzzk' && <Badge>{text('platformChzzk')}</Badge>}
        {page && (
          <span class="ss-discover-menu" ref={menuRef}>
            <IconButton
              icon="more"
              label={text('rowMenu', name)}
              tip={text('rowMenuTip')}
              aria-haspopup="menu"
              onClick={({ currentTarget: anchor }) =>
                actions.rowMenu({
                  stream: pageStream(page),
                  anchor,
                  onLeave: () => menuRef.current?.querySelector('button')?.focus(),
                })
              }
            />
          </span>
        )}
      </header>
      <div class="ss-discover-bar">
        <Choice
          label={text('channelParts')}
          hideLabel
          options={[
            { value: 'about', label: text('about') },
            { value: 'videos', label: text('videos') },
            { value: 'clips', label: text('clips') },
          ]}
          value={tab}
          onChange={(next) => actions.change({ ...view, tab: next })}
        />
      </div>
      {tab !== 'about' ? (
        <>
          <OrderBar
            of={tab}
            on={platform}
            order={view}
            onChange={(order) => actions.change({ ...view, ...order })}
          />
          <Found {...props} label={text(tab)} />
        </>
      ) : page ? (
        <About page={page} />
      ) : failure ? (
        <NotFound platform={platform} failure={failure} signedIn={signedIn} actions={actions} />
      ) : (
        <SkeletonRows count={4} label={text('discoverLoading')} />
      )}
    </>
  );
}

function About({ page }: { page: ChannelPage }): VNode {
  const locale = useLocale(undefined);
  return (
    <div class="ss-discover-about" tabIndex={0} role="region" aria-label={text('about')}>
      <p dir="auto">{page.about === '' ? text('noAbout') : page.about}</p>
      {(page.title !== '' || page.category !== '') && (
        <section>
          <h3>{text(page.live ? 'liveNow' : 'lastStream')}</h3>
          <p dir="auto">{page.title}</p>
          <p class="ss-discover-quiet">{page.category}</p>
        </section>
      )}
      {page.schedule && (
        <section>
          <h3>{text('schedule')}</h3>
          {page.schedule.length === 0 ? (
            <p class="ss-discover-quiet">{text('noSchedule')}</p>
          ) : (
            <ul role="list" aria-label={text('schedule')}>
              {page.schedule.map(({ id, at, title, category, canceled }) => (
                <li key={id}>
                  <time dateTime={new Date(at).toISOString()}>{plannedTime(at, locale)}</time>
                  <span dir="auto">{[title, category].filter((words) => words !== '').join(' · ')}</span>
                  {canceled && <Badge kind="warning">{text('scheduleCanceled')}</Badge>}
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      {page.teams.length > 0 && (
        <section>
          <h3>{text('teams')}</h3>
          <ul role="list" aria-label={text('teams')}>
            {page.teams.map(({ id, name, login }) => (
              <li key={id}>
                <a
                  href={`https://www.twitch.tv/team/${encodeURIComponent(login)}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
