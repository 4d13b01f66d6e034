import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Hives } from './Hives.jsx';

createRoot(document.getElementById('root')).render(
  <StrictMode>
    <Hives />
  </StrictMode>,
);
