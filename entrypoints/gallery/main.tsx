import { render } from 'preact';

import { Locale } from '../../components/locale.ts';
import { Gallery } from './Gallery.tsx';
import { readQuery } from './query.ts';
import { addIcons } from '../../components/Icon.tsx';
import { pageIcons } from '../../components/page-icons.ts';

const query = readQuery(location.search);
const root = document.documentElement;
if (query.theme) root.dataset['theme'] = query.theme;
if (query.density) root.dataset['density'] = query.density;
root.dir = query.dir;
root.lang = query.lang;

const app = document.querySelector('#app');
addIcons(pageIcons);
if (app && query.popup !== undefined) {
  const { PopupIn, speak } = await import('./popup/main.ts');
  await speak(query.lang);
  render(
    <Locale.Provider value={query.lang}>
      <div class="g-face">
        <PopupIn name={query.popup} />
      </div>
    </Locale.Provider>,
    app,
  );
} else if (app) render(<Gallery query={query} />, app);
