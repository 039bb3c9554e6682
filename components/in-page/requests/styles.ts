/** The style sheets of the queue's panel, as text. They come with its own script. */
import banner from '../../Banner.css?inline';
import { peopleStyles } from '../people/styles.ts';
import requests from './requests.css?inline';

/** All of them. */
export const requestsStyles: string = [peopleStyles, banner, requests].join('\n');
