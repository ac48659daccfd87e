import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { opening } from 'virtual:opening';
import { createHighwaterStore } from '../store/highwaterStore';
import { stillRecording } from '../timeline/recording';
import { App } from './App';
import { keepOffline } from './keepOffline';
import { loadEngine } from './loadEngine';
import { loadLessonKeeper } from './loadLessonKeeper';
import '../view/theme.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root to mount on');

const store = createHighwaterStore(stillRecording(opening), loadEngine);
loadLessonKeeper(store);
const show = () =>
  createRoot(root).render(
    <StrictMode>
      <App store={store} />
    </StrictMode>,
  );
const { dataset } = document.documentElement;
const isAsked = window.location.search || window.name || dataset['ui'];
if (window.parent === window && !isAsked) show();
// What was asked for is there from the first picture on; without it the page is as always.
else import('./given/given').then(({ takeGiven }) => takeGiven(store)).then(show, show);
keepOffline();
