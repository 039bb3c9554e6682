import { createRoot } from 'react-dom/client';

import { App } from './app.tsx';
import type { PageStart } from './feed.ts';
import { pathOn } from './routes.ts';
import './style/page.css';
import './style/frame.css';
import './style/chat.css';
import './style/line.css';

const root = document.getElementById('root');
const start = document.getElementById('stage-start')?.textContent;
if (root && start)
  createRoot(root).render(
    <App start={JSON.parse(start) as PageStart} path={pathOn(location.hostname, location.pathname)} />,
  );
