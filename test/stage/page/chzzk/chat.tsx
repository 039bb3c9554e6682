import { type ReactElement, useEffect, useState } from 'react';

import type { ChzzkPageOptions } from '../../chzzk/chat.ts';
import type { ChatMessage, FeedEvent } from './feed.ts';
import { namesOf, type Role } from './names.ts';

interface ChatProps {
  readonly channelId: string;
  readonly options: ChzzkPageOptions;
  readonly place: 'live' | 'popup' | 'replay';
}

type Names = Readonly<Record<Role, string>>;

interface Log {
  readonly lines: readonly ChatMessage[];
  /** How many lines came before those that are kept. */
  readonly dropped: number;
  readonly pinned: ChatMessage | null;
}

/** A live chat: what is pinned, the ranking, a mission, and the rows, of which there are few that are used again and again. */
export function Chat({ channelId, options, place }: ChatProps): ReactElement {
  const [{ lines, dropped, pinned }, setLog] = useState<Log>({ lines: [], dropped: 0, pinned: null });
  const names = namesOf(options);
  useEffect(() => {
    const feed = new EventSource(`/stage/feed/${channelId}`);
    feed.onmessage = ({ data }: MessageEvent<string>) =>
      setLog((log) => logAfter(log, JSON.parse(data) as FeedEvent, options.rows));
    return () => feed.close();
  }, [channelId, options.rows]);

  const rows = lines.map((line, index) => (
    // The row that showed the oldest line shows the newest one next.
    <div key={(dropped + index) % options.rows} className={names.item}>
      {options.named ? <ChatRow chatMessage={line} names={names} /> : <ChatRow m={line} names={names} />}
    </div>
  ));
  return (
    <aside
      id={place === 'replay' ? 'vod-aside' : 'aside-chatting'}
      className={`${names.aside}${place === 'popup' ? ' _is_popup_chat_x1_2' : ''}`}
    >
      <div role="log" className={names.log}>
        <div className={names.fixed}>
          {pinned && (
            <div className={names.item}>
              <ChatRow chatMessage={pinned} names={names} />
            </div>
          )}
          <div className={names.ranking}>
            <span className={names.nickname}>
              <span className={names.name}>이용자09</span>
            </span>
            <span className={names.missionText}>1위</span>
          </div>
          <div className={names.mission}>
            <span className={names.nickname}>
              <span className={names.name}>이용자09</span>
            </span>
            <span className={names.missionText}>세 판 연속 이기기</span>
          </div>
        </div>
        <div className={names.wrapper} data-reversed={options.reversed}>
          {options.reversed && <div className={names.bottom} />}
          {options.reversed ? rows.toReversed() : rows}
          {/* What the site says of itself is an item among the others, and nobody's message. */}
          <div className={names.item}>
            <p className={names.title}>관리자 전용 채팅이 활성화 되었습니다.</p>
          </div>
          {!options.reversed && <div className={names.bottom} />}
        </div>
      </div>
      <textarea className={names.input} placeholder="채팅을 입력해주세요" aria-label="채팅" />
    </aside>
  );
}

function logAfter(log: Log, event: FeedEvent, atMost: number): Log {
  const { lines, dropped } = log;
  if (event.what === 'pinned') return { ...log, pinned: event.pinned };
  if (event.what === 'hidden') {
    const isMeant = ({ time, user }: ChatMessage): boolean => time === event.time && user === event.user;
    return {
      ...log,
      lines: lines.map((line) => (isMeant(line) ? { ...line, content: '', hidden: true } : line)),
    };
  }
  const all = event.what === 'history' ? event.lines : [...lines, event.line];
  const kept = all.slice(-atMost);
  return {
    lines: kept,
    dropped: (event.what === 'history' ? 0 : dropped) + all.length - kept.length,
    pinned: event.what === 'history' ? event.pinned : log.pinned,
  };
}

type ChatRowProps = { readonly names: Names } & (
  | { readonly chatMessage: ChatMessage }
  /** As a build may call it that nobody has seen yet. */
  | { readonly m: ChatMessage }
);

function ChatRow({ names, ...held }: ChatRowProps): ReactElement {
  const chatMessage = 'm' in held ? held.m : held.chatMessage;
  const { nickname } = JSON.parse(chatMessage.profile) as { readonly nickname: string };
  const text = chatMessage.hidden ? '메시지가 블라인드 처리되었습니다.' : chatMessage.content;
  return <Said names={names} nickname={nickname} text={text} isDonation={chatMessage.type === 10} />;
}

interface SaidProps {
  readonly names: Names;
  readonly nickname: string;
  readonly text: string;
  readonly isDonation?: boolean;
}

function Said({ names, nickname, text, isDonation = false }: SaidProps): ReactElement {
  return (
    <div className={`${names.body}${isDonation ? ` ${names.donation}` : ''}`}>
      <div className={names.message}>
        <button type="button" className={names.nickname}>
          <span className={names.name}>{nickname}</span>
        </button>
        <span className={names.text}>
          {text
            .split(/(\{:[\w-]+:\})/)
            .map((part, place) =>
              part.startsWith('{:') ? (
                <img
                  key={place}
                  alt=""
                  width={20}
                  height={20}
                  src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="
                />
              ) : (
                part
              ),
            )}
        </span>
      </div>
    </div>
  );
}
