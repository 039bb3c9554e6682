import { render } from 'preact';

import { Gallery } from './Gallery.tsx';
import { readQuery } from './query.ts';

const query = readQuery(location.search);
const root = document.documentElement;
if (query.theme) root.dataset['theme'] = query.theme;
if (query.density) root.dataset['density'] = query.density;
root.dir = query.dir;

const app = document.querySelector('#app');
if (app) render(<Gallery query={query} />, app);
