import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { opening } from 'virtual:opening';
import { createHighwaterStore } from '../store/highwaterStore';
import { stillRecording } from '../timeline/recording';
import { App } from './App';
import { loadEngine } from './loadEngine';
import { loadLessonKeeper } from './loadLessonKeeper';
import '../view/theme.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root to mount on');

const store = createHighwaterStore(stillRecording(opening), loadEngine);
loadLessonKeeper(store);
createRoot(root).render(
  <StrictMode>
    <App store={store} />
  </StrictMode>,
);
