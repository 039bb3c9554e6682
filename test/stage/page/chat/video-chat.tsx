import type { ReactElement } from 'react';

import { CoreLink, Layout } from '../core/layout.tsx';
import type { FeedLine } from '../feed.ts';
import { bodyParts } from './body.tsx';
import { type Reading, toMessage } from './to-message.ts';

/**
 * The chat beside a recording, in the markup of 2021, of which every name is still relied upon by others. What was said to the
 * end stands there at once; Twitch's own goes along with the video.
 */
export function VideoChat({
  lines,
  reading,
  theme,
}: {
  readonly lines: readonly FeedLine[];
  readonly reading: Reading;
  readonly theme: 0 | 1;
}): ReactElement {
  return (
    <Layout className="video-chat">
      <Layout className="video-chat__message-list-wrapper">
        <ul className="InjectLayout-sc-7d1qxe-0">
          {lines.map((line) => (
            <Comment key={line.id} line={line} reading={reading} theme={theme} />
          ))}
        </ul>
      </Layout>
    </Layout>
  );
}

function Comment({
  line,
  reading,
  theme,
}: {
  readonly line: FeedLine;
  readonly reading: Reading;
  readonly theme: 0 | 1;
}): ReactElement {
  const { login, name, color } = line.user;
  return (
    <li className="InjectLayout-sc-7d1qxe-0">
      <Layout className="vod-message vod-message--timestamp" data-test-selector="message-layout">
        <Layout>
          <Layout className="stage-comment">
            <Layout>
              <Layout className="video-chat__message" data-test-selector="comment-message-selector">
                <CoreLink
                  className="video-chat__message-author"
                  data-test-selector="comment-author-selector"
                  data-tt_content="tab_videos"
                  data-tt_medium="video-message-author"
                  rel="noopener noreferrer"
                  target="_blank"
                  href={`/${login}`}
                >
                  <span>
                    <span
                      className="chat-author__display-name"
                      data-a-target="chat-message-username"
                      data-a-user={login}
                      data-test-selector="message-username"
                      style={{ color }}
                    >
                      {name}
                    </span>
                  </span>
                </CoreLink>
                <span className="InjectLayout-sc-7d1qxe-0">: </span>
                <span className="">{bodyParts(toMessage(line, reading, true), theme)}</span>
              </Layout>
            </Layout>
            <Layout className="video-chat__message-menu" data-test-selector="menu-options-wrapper">
              <Layout />
            </Layout>
          </Layout>
        </Layout>
      </Layout>
    </li>
  );
}
