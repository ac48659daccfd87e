import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createHighwaterStore } from '../store/highwaterStore';
import { openingScenario } from '../timeline/openingScenario';
import { App } from './App';
import '../view/theme.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root to mount on');

createRoot(root).render(
  <StrictMode>
    <App store={createHighwaterStore(openingScenario())} />
  </StrictMode>,
);
