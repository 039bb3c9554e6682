import { createRoot } from 'react-dom/client';

import { App } from './app.tsx';
import type { ChzzkStart } from './feed.ts';
import './page.css';

const root = document.getElementById('root');
const start = document.getElementById('stage-start')?.textContent;
if (root && start) createRoot(root).render(<App start={JSON.parse(start) as ChzzkStart} />);
