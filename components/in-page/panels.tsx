/**
 * What opens over the page when the user asks for it, and is a script of its own: cards and the watch, questions, menus, the list
 * of keys. What is drawn into a root of the tools brings its style sheets along.
 */
import type { VNode } from 'preact';

import field from '../Field.css?inline';
import menu from '../Menu.css?inline';
import { MenuPopup, type MenuPopupProps } from '../Menu.tsx';
import slider from '../Slider.css?inline';
import ask from './ask.css?inline';
import { AskFor, type AskForProps } from './AskFor.tsx';
import { CheatSheet, type CheatSheetProps } from './CheatSheet.tsx';
import { mountCards } from './people/cards.tsx';
import sheet from './sheet.css?inline';

const askStyles = [field, slider, ask].join('\n');
// The frame of both is in one sheet.
const sheetStyles = [ask, sheet].join('\n');

/** See {@link AskFor}. */
const Question = (props: AskForProps): VNode => (
  <>
    <style>{askStyles}</style>
    <AskFor {...props} />
  </>
);

/** See {@link CheatSheet}. */
const Keys = (props: CheatSheetProps): VNode => (
  <>
    <style>{sheetStyles}</style>
    <CheatSheet {...props} />
  </>
);

/** See {@link MenuPopup}. */
const LineMenu = (props: MenuPopupProps): VNode => (
  <>
    <style>{menu}</style>
    <MenuPopup {...props} />
  </>
);

/** All of them. */
export const panels = { mountCards, Question, Keys, LineMenu } as const;

/** See {@link panels}. */
export type Panels = typeof panels;
