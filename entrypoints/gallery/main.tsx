import { render } from 'preact';

import { Gallery } from './Gallery.tsx';
import { readQuery } from './query.ts';
import { addIcons } from '../../components/Icon.tsx';
import { pageIcons } from '../../components/page-icons.ts';

const query = readQuery(location.search);
const root = document.documentElement;
if (query.theme) root.dataset['theme'] = query.theme;
if (query.density) root.dataset['density'] = query.density;
root.dir = query.dir;

const app = document.querySelector('#app');
addIcons(pageIcons);
if (app) render(<Gallery query={query} />, app);
